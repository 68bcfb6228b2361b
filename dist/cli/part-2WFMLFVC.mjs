import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Lakehouse
} from "./part-5JKAQD3H.mjs";
import "./part-3QSVHK5N.mjs";
export {
  Lakehouse
};
