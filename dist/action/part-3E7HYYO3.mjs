import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/glob.ts
function isGlob(name) {
  return /[*?[]/.test(name);
}
function matchesGlob(glob, name) {
  return globExpression(glob).test(name);
}
function globExpression(glob) {
  let source = "";
  for (let index = 0; index < glob.length; ) {
    const set = /^\[(!?)([^\]]+)\]/.exec(glob.slice(index));
    if (set === null) {
      source += characterExpression(glob.charAt(index));
      index += 1;
    } else {
      const [whole, negation = "", members = ""] = set;
      source += `[${negation === "" ? "" : "^"}${members.replace(/[\\^[]/g, "\\$&")}]`;
      index += whole.length;
    }
  }
  return compile(`^${source}$`, glob);
}
function characterExpression(character) {
  if (character === "*") return ".*";
  return character === "?" ? "." : escapeExpression(character);
}
function compile(source, glob) {
  try {
    return new RegExp(source, "s");
  } catch {
    return new RegExp(`^${escapeExpression(glob)}$`, "s");
  }
}
function escapeExpression(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

export {
  isGlob,
  matchesGlob
};
