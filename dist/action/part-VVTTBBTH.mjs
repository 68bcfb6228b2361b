import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
  /** `util.inspect` and `console.log` in Node. */
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return "***";
  }
};

export {
  Secret
};
