import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Lakehouse
} from "./part-TMDOKV6R.mjs";
import "./part-KSWFSZFM.mjs";
export {
  Lakehouse
};
