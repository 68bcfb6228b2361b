import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  dialectOf
} from "./part-L5W667HG.mjs";
import "./part-7YEYRCP4.mjs";
import "./part-JLYOQNEN.mjs";
import "./part-WR5T4RD5.mjs";
import "./part-2GY7G3VF.mjs";
export {
  dialectOf
};
