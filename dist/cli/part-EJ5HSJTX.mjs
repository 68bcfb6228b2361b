import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  dialectOf
} from "./part-WC6CWLBN.mjs";
import "./part-BA54K4XE.mjs";
import "./part-AGJNHEXO.mjs";
import "./part-KSWFSZFM.mjs";
export {
  dialectOf
};
