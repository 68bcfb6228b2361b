import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Lakehouse
} from "./part-EUZSZPGL.mjs";
import "./part-K3IB2X3B.mjs";
export {
  Lakehouse
};
