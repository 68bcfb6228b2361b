import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  Secret
} from "./part-VVTTBBTH.mjs";
import {
  isGlob,
  matchesGlob
} from "./part-3E7HYYO3.mjs";
import {
  ZodArray,
  ZodDefault,
  ZodDiscriminatedUnion,
  ZodLiteral,
  ZodObject,
  ZodOptional,
  ZodPrefault,
  ZodRecord,
  _enum,
  array,
  boolean,
  discriminatedUnion,
  formatNumberOf,
  globalRegistry,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union
} from "./part-RVW7BTWX.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import {
  __commonJS,
  __require,
  __toESM
} from "./part-2GY7G3VF.mjs";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path5) {
      const ctrl = callVisitor(key, node, visitor, path5);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path5, ctrl);
        return visit_(key, ctrl, visitor, path5);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path5 = Object.freeze(path5.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path5);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path5 = Object.freeze(path5.concat(node));
          const ck = visit_("key", node.key, visitor, path5);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path5);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path5) {
      const ctrl = await callVisitor(key, node, visitor, path5);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path5, ctrl);
        return visitAsync_(key, ctrl, visitor, path5);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path5 = Object.freeze(path5.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path5);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path5 = Object.freeze(path5.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path5);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path5);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path5) {
      if (typeof visitor === "function")
        return visitor(key, node, path5);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path5);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path5);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path5);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path5);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path5);
      return void 0;
    }
    function replaceNode(key, path5, node) {
      const parent = path5[path5.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k2 of Array.from(val.keys())) {
            const v0 = val.get(k2);
            const v1 = applyReviver(reviver, val, k2, v0);
            if (v1 === void 0)
              val.delete(k2);
            else if (v1 !== v0)
              val.set(k2, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k2, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k2, v0);
            if (v1 === void 0)
              delete val[k2];
            else if (v1 !== v0)
              val[k2] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v2, i) => toJS(v2, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c2 = getAliasCount(doc, item, anchors2);
          if (c2 > count)
            count = c2;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path5, value) {
      let v2 = value;
      for (let i = path5.length - 1; i >= 0; --i) {
        const k2 = path5[i];
        if (typeof k2 === "number" && Number.isInteger(k2) && k2 >= 0) {
          const a = [];
          a[k2] = v2;
          v2 = a;
        } else {
          v2 = /* @__PURE__ */ new Map([[k2, v2]]);
        }
      }
      return createNode.createNode(v2, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path5) => path5 == null || typeof path5 === "object" && !!path5[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path5, value) {
        if (isEmptyPath(path5))
          this.add(value);
        else {
          const [key, ...rest] = path5;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path5) {
        const [key, ...rest] = path5;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path5, keepScalar) {
        const [key, ...rest] = path5;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path5) {
        const [key, ...rest] = path5;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path5, value) {
        const [key, ...rest] = path5;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j2 = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j2])
                return text2;
              folds.push(j2);
              escapedFolds[j2] = true;
              end = j2 + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold3 = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold3 === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold3])
            res += `${text2[fold3]}\\`;
          res += `
${indent}${text2.slice(fold3 + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k2 = createNode.createNode(key, void 0, ctx);
      const v2 = createNode.createNode(value, void 0, ctx);
      return new Pair(k2, v2);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_2, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k2 = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k2)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k2)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_2, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_2, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s3 = "";
          for (let i = 0; i < buf.length; ++i)
            s3 += String.fromCharCode(buf[i]);
          str = btoa(s3);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_2, ctx) {
        if (!ctx)
          return super.toJSON(_2);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f2 = str.substring(dot + 1).replace(/_/g, "");
          if (f2[f2.length - 1] === "0")
            node.minFractionDigits = f2.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_2, ctx) {
        return super.toJSON(_2, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b2) => a.key < b2.key ? -1 : a.key > b2.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path5, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path5, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v2) => typeof v2 === "number" || v2 instanceof String || v2 instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k2 = this.createNode(key, null, options);
        const v2 = this.createNode(value, null, options);
        return new Pair.Pair(k2, v2);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path5) {
        if (Collection.isEmptyPath(path5)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path5) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path5, keepScalar) {
        if (Collection.isEmptyPath(path5))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path5, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path5) {
        if (Collection.isEmptyPath(path5))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path5) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path5, value) {
        if (Collection.isEmptyPath(path5)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path5), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path5, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s3 = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s3}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError2 = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError2;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b2) => a === b2 || identity.isScalar(a) && identity.isScalar(b2) && a.value === b2.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines2(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines2(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep2 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold: fold3, offset } = foldNewline(source, i);
          res += fold3;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold3 = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold3 += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold3)
        fold3 = " ";
      return { fold: fold3, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep2, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path5) => {
      let item = cst;
      for (const [field, index] of path5) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path5) => {
      const parent = visit.itemAtPath(cst, path5.slice(0, -1));
      const field = path5[path5.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path5, item, visitor) {
      let ctrl = visitor(item, path5);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path5.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path5);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path5) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty2(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty2(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s3 = this.peek(3);
          if ((s3 === "---" || s3 === "...") && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s3 === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty2(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty2(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty2(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty2(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty2(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty2(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty2(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s3 = this.buffer.slice(this.pos, i);
        if (s3) {
          yield s3;
          this.pos += s3.length;
          return s3.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty2(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty2(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep2 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments2;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/report/foreign-text.ts
var LINE_END = /\r\n|\r|\n/;
var UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function splitLines(text2) {
  return text2.split(LINE_END);
}
function printable(text2) {
  return splitLines(text2).map((line) => line.replace(UNPRINTABLE, escapeCharacter)).join("\n");
}
function printableLine(text2) {
  return printable(text2).replaceAll("\n", " ");
}
function withoutCommands(text2) {
  return printable(text2).split("\n").map((line) => line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "## [")).join("\n");
}
function escapeCharacter(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/report/markdown-text.ts
var ZERO_WIDTH = "&#8203;";
var REFERENCE = /@(?=[\w-])|#(?=\d)|\bGH-(?=\d)|:(?=[a-z+-][\w+-]*:)/;
var BARE_LINK = /:(?=\/\/)|(?<=www)\./;
var MARKUP = /[\\`*_[\]#|<>~&@$]/;
var LINE_OPENING = /^[-+=](?=[\s=-]|$)|(?<=^\d{1,9})[.)](?=\s|$)/;
var SPECIAL = new RegExp(
  [REFERENCE, BARE_LINK, MARKUP, LINE_OPENING].map(({ source }) => source).join("|"),
  "gi"
);
var REFERENCE_ONLY = new RegExp(`^(?:${REFERENCE.source})`, "i");
function escapeMarkdown(text2) {
  return printableLine(text2).replace(SPECIAL, (found, place, whole) => {
    const isReference = REFERENCE_ONLY.test(whole.slice(place));
    return `${found.length === 1 ? entityOf(found) : found}${isReference ? ZERO_WIDTH : ""}`;
  });
}
function codeBlock(text2, language) {
  const longest = Math.max(2, ...Array.from(text2.matchAll(/`+/g), ([run2]) => run2.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${printable(text2)}
${fence}`;
}
function entityOf(character) {
  return `&#${character.charCodeAt(0)};`;
}

// src/config/did-you-mean.ts
function nearestWord(word, candidates) {
  const wanted = fold(word);
  let nearest2;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate));
    if (distance < least) {
      least = distance;
      nearest2 = candidate;
    }
  }
  return nearest2;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({ length: to.length + 1 }, (_2, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from.charAt(row - 1) === to.charAt(column - 1);
      const swapped = row > 1 && from.charAt(row - 1) === to.charAt(column - 2) && from.charAt(row - 2) === to.charAt(column - 1);
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
        )
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}
function fold(word) {
  return word.toLowerCase().replaceAll("-", "_");
}

// src/commands/choose-pipelines.ts
function choosePipelines(pipelines, name) {
  if (name === void 0) return pipelines;
  const chosen = pipelines.filter((pipeline) => pipeline.name === name);
  if (chosen.length > 0) return chosen;
  const names = pipelines.map((pipeline) => pipeline.name);
  const nearest2 = nearestWord(name, names);
  throw new IngestError("usage-invalid", `No pipeline is called "${name}".`, {
    solution: [
      ...nearest2 === void 0 ? [] : [`Did you mean "${nearest2}"?`],
      `The configuration defines: ${names.join(", ")}`
    ].join("\n")
  });
}

// src/config/lint/secret-shape.ts
var SHAPES = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\bdapi[0-9a-f]{32}\b/, "a Databricks token"],
  [/\bdose[0-9a-f]{32}\b/, "a Databricks OAuth secret"],
  [/\bhooks\.slack\.com\/(?:services|workflows|triggers)\/\w/i, "a Slack webhook"],
  [/\bxox[abeprs]-[\w-]{10,}/, "a Slack token"],
  [/\b(?:gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/, "a GitHub token"],
  [/\bAKIA[0-9A-Z]{16}\b/, "an AWS access key"],
  [/\beyJ[\w-]{10,500}\.eyJ[\w-]{10,}/, "a signed token (JWT)"],
  // The password of a URL; `user:@host` and `user:${PW}@host` have none.
  [
    /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:(?!\$\{)[^\s/@]{1,200}@/i,
    "an address with a password in it"
  ],
  [/\bpassword\s{0,9}=\s{0,9}(?!\$\{)[^\s;&]/i, "a connection text with a password in it"]
];
function secretKindOf(text2) {
  return SHAPES.find(([shape]) => shape.test(text2))?.[1];
}

// src/config/config-document.ts
var START = { line: 1, column: 1 };
function pathKey(path5) {
  return JSON.stringify(path5.map(String));
}
function isWritten(document, ...path5) {
  return document.located.has(pathKey(path5));
}
function keyPlace(document, path5) {
  return nearest(document, path5)?.key ?? START;
}
function valuePlace(document, path5) {
  const located = document.located.get(pathKey(path5));
  return located?.value ?? keyPlace(document, path5);
}
function isKnown(document, path5) {
  return path5.every((_2, index) => document.located.get(pathKey(path5.slice(0, index + 1)))?.known !== false);
}
function valueAt(value, path5) {
  let current = value;
  for (const key of path5) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return void 0;
    current = Reflect.get(current, key);
  }
  return current;
}
function showValue(document, ...path5) {
  const [variable] = document.located.get(pathKey(path5))?.variables ?? [];
  if (variable !== void 0) return `the value of \${${variable}}`;
  const value = valueAt(document.value, path5);
  if (typeof value === "string" && secretKindOf(value) !== void 0) return "what stands there";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
function showPath(path5) {
  return path5.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`).join("");
}
function knownText(document, path5) {
  const value = valueAt(document.value, path5);
  return typeof value === "string" && isKnown(document, path5) ? value : void 0;
}
function errorAt(document, place, code, message, hint) {
  return {
    severity: "error",
    file: document.file,
    ...place,
    code,
    message,
    ...hint === void 0 ? {} : { hint }
  };
}
function adviceAt(document, place, advice) {
  const { severity, code, message, hint } = advice;
  return { severity, file: document.file, ...place, code, message, hint };
}
function nearest(document, path5) {
  for (let length = path5.length; length >= 0; length -= 1) {
    const located = document.located.get(pathKey(path5.slice(0, length)));
    if (located !== void 0) return located;
  }
  return void 0;
}

// src/config/config-files.ts
import { readdir, readFile, stat } from "node:fs/promises";
var nodeConfigFiles = {
  async kindOf(path5) {
    const stats = await stat(path5).catch((error) => {
      if (isMissing(error)) return void 0;
      throw error;
    });
    if (stats?.isDirectory() === true) return "directory";
    return stats?.isFile() === true ? "file" : "missing";
  },
  namesIn: (path5) => readdir(path5),
  read: (path5) => readFile(path5)
};
function isMissing(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return code === "ENOENT" || code === "ENOTDIR";
}

// src/config/config-paths.ts
import path from "node:path";
async function expandPath(given, workingDirectory, files) {
  const absolute = path.resolve(workingDirectory, given);
  const kind = await files.kindOf(absolute);
  if (kind === "file") return { tag: "files", paths: [{ shown: given, absolute }] };
  if (kind === "directory") return expandDirectory({ shown: given, absolute }, files);
  if (!isGlob(given)) return { tag: "nothing", reason: "missing" };
  const found = await expandGlob(given, workingDirectory, files);
  return found.length === 0 ? { tag: "nothing", reason: "no-match" } : { tag: "files", paths: found };
}
async function expandDirectory(directory, files) {
  const names = await visibleNames(directory, files);
  const yaml = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => childPath(directory, name));
  const paths = await onlyFiles(yaml, files);
  return paths.length === 0 ? { tag: "nothing", reason: "empty-directory" } : { tag: "files", paths };
}
async function expandGlob(glob, workingDirectory, files) {
  const { root } = path.parse(glob);
  const segments = glob.slice(root.length).split("/").filter((segment) => segment !== "");
  let found = [{ shown: root, absolute: root === "" ? workingDirectory : root }];
  for (const segment of segments) {
    const children = await Promise.all(found.map((parent) => matchSegment(parent, segment, files)));
    found = children.flat();
  }
  return onlyFiles(withoutRepeats(found), files);
}
async function matchSegment(parent, segment, files) {
  if (segment === "**") return directoriesUnder(parent, files);
  if (!isGlob(segment)) return [childPath(parent, segment)];
  if (await files.kindOf(parent.absolute) !== "directory") return [];
  const names = segment.startsWith(".") ? await sortedNames(parent, files) : await visibleNames(parent, files);
  return names.filter((name) => matchesGlob(segment, name)).map((name) => childPath(parent, name));
}
async function directoriesUnder(directory, files, depth = 0) {
  if (depth > MAX_DEPTH || await files.kindOf(directory.absolute) !== "directory") return [];
  const found = [directory];
  for (const name of await visibleNames(directory, files)) {
    if (name !== "node_modules")
      found.push(...await directoriesUnder(childPath(directory, name), files, depth + 1));
  }
  return found;
}
var MAX_DEPTH = 12;
async function onlyFiles(paths, files) {
  const kinds = await Promise.all(paths.map(({ absolute }) => files.kindOf(absolute)));
  return paths.filter((_2, index) => kinds[index] === "file");
}
async function visibleNames(directory, files) {
  return (await sortedNames(directory, files)).filter((name) => !name.startsWith("."));
}
async function sortedNames({ absolute }, files) {
  return [...await files.namesIn(absolute)].sort();
}
function childPath({ shown, absolute }, name) {
  const separator = shown === "" || shown.endsWith("/") ? "" : "/";
  return { shown: `${shown}${separator}${name}`, absolute: path.join(absolute, name) };
}
function withoutRepeats(paths) {
  const seen = /* @__PURE__ */ new Set();
  return paths.filter(({ absolute }) => !seen.has(absolute) && seen.add(absolute));
}

// src/config/check-table-properties.ts
var OWN_PROPERTIES = {
  "delta.columnmapping.mode": {
    allowed: "name",
    reason: "columns are mapped by name, so that they may have any name and may be renamed"
  },
  "delta.columnmapping.maxcolumnid": { allowed: void 0, reason: "Delta keeps it itself" },
  "delta.enabletypewidening": {
    allowed: "true",
    reason: "a column that grows at the source has to grow here without rewriting the table"
  },
  "delta.enabledeletionvectors": {
    allowed: "true",
    reason: "every run would rewrite whole files, and runs of several pipelines would get in each other’s way"
  },
  "delta.feature.timestampntz": { allowed: "supported", reason: "timestamps without time zone need it" },
  "delta.appendonly": { allowed: "false", reason: "rows are updated and deleted" },
  "delta.minreaderversion": { allowed: void 0, reason: "it follows from the features in use" },
  "delta.minwriterversion": { allowed: void 0, reason: "it follows from the features in use" }
};
var RESERVED = /* @__PURE__ */ new Set([
  "collation",
  "comment",
  "external",
  "is_managed_location",
  "location",
  "owner",
  "path",
  "provider"
]);
function isOwnProperty(name) {
  return Object.hasOwn(OWN_PROPERTIES, name.toLowerCase());
}
function checkTableProperties(document) {
  const path5 = ["target", "table_properties"];
  const properties = valueAt(document.value, path5);
  if (typeof properties !== "object" || properties === null || Array.isArray(properties)) return [];
  return Object.entries(properties).flatMap(
    ([name, value]) => checkProperty(document, [...path5, name], name, value)
  );
}
function checkProperty(document, path5, name, value) {
  if (!/^[A-Za-z][A-Za-z0-9_.-]*$/.test(name) || RESERVED.has(name.toLowerCase()))
    return [
      errorAt(
        document,
        keyPlace(document, path5),
        "invalid-value",
        `\`${name}\` is not the name of a table property.`,
        "Delta’s begin with `delta.`; names of your own take letters, digits, `_`, `-` and `.`."
      )
    ];
  const own = isOwnProperty(name) ? OWN_PROPERTIES[name.toLowerCase()] : void 0;
  if (own === void 0 || !isKnown(document, path5) || String(value).toLowerCase() === own.allowed) return [];
  return [
    errorAt(
      document,
      valuePlace(document, path5),
      "contradiction",
      `\`${name}\` cannot be set ${own.allowed === void 0 ? "here" : "to this"}: ${own.reason}.`,
      own.allowed === void 0 ? "Remove it." : `Remove it: new tables have \`${own.allowed}\`.`
    )
  ];
}

// src/config/resolve-source.ts
import path2 from "node:path";

// src/config/schema/fields.ts
function text() {
  return string().min(1);
}
function sourceName() {
  return string().min(1).max(63);
}
function targetName() {
  return string().max(255).regex(/^[!-\-0-~\u00a1-\uffff]+$/, { error: "expected a name without periods, slashes and spaces" });
}
function volumeName() {
  return string().max(767).regex(/^[0-9A-Z_a-z\u00a1-\uffff-]+(\.[0-9A-Z_a-z\u00a1-\uffff-]+){0,2}$/, {
    error: "expected `name`, `schema.name` or `catalog.schema.name`, in letters, digits, `_` and `-`"
  });
}
function documentName() {
  return string().max(128).regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, {
    error: "expected letters, digits, `_`, `.` and `-`, and a letter or digit first"
  });
}
function slotName() {
  return string().regex(/^[a-z0-9_]{1,63}$/, {
    error: "expected at most 63 lower-case letters, digits and `_`, which is what PostgreSQL allows"
  });
}
function byteSize() {
  return string().regex(/^[1-9]\d{0,8}(\.\d{1,3})? ?([kKMGT]i?)?B$/, {
    error: "expected a size such as `512MB` or `1GB`"
  });
}
function duration() {
  return string().regex(/^[1-9]\d{0,8} ?(ms|s|m|h|d)$/, {
    error: "expected a duration such as `30s`, `15m` or `2h`"
  });
}
var BYTES_PER_UNIT = {
  "": 1,
  K: 1024,
  M: 1024 ** 2,
  G: 1024 ** 3,
  T: 1024 ** 4
};
function parseByteSize(size) {
  const [, amount = "", unit = ""] = /^([\d.]+) ?([kKMGT]?)/.exec(size) ?? [];
  return Math.floor(Number(amount) * (BYTES_PER_UNIT[unit.toUpperCase()] ?? 1));
}
var MS_PER_UNIT = {
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5,
  d: 864e5
};
function parseDuration(length) {
  const [, amount = "", unit = ""] = /^(\d+) ?([a-z]+)$/.exec(length) ?? [];
  return Number(amount) * (MS_PER_UNIT[unit] ?? 1);
}

// src/config/schema/connection.ts
var SSL_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
var connectionFields = {
  host: text().meta({
    description: "Host name or address of the PostgreSQL server. Needed where no gateway is named."
  }),
  port: int().min(1).max(65535).default(5432).meta({ description: "Port of the PostgreSQL server." }),
  database: sourceName().optional().meta({
    description: "Database to read. Needed in the pipeline or in its gateway; the pipeline’s goes first."
  }),
  username: text().default("postgres").meta({ description: "Role to log in as; it needs REPLICATION and SELECT on the selected tables." }),
  password: text().optional().meta({
    description: "Password of the role, best from an environment variable (see Variables). Leave it away where the server asks for none. Never printed."
  }),
  sslmode: _enum(SSL_MODES).default("prefer").meta({
    description: "Whether the connection is encrypted, and what is verified, as in libpq. Over a public network use `verify-full`."
  }),
  sslrootcert: text().optional().meta({
    description: "PEM file with the certificate authorities to trust; relative to the directory of the configuration file."
  }),
  connect_timeout_sec: int().min(1).max(600).default(15).meta({ description: "How long opening one connection may take, in seconds." })
};
var streamFields = {
  slot_name: slotName().optional().meta({
    description: "Replication slot that carries the pipeline’s progress; made at the first run. One slot serves one pipeline. Default: the gateway’s, else `tributary_` and the pipeline’s name."
  }),
  publication_name: sourceName().optional().meta({
    description: "Publication that holds the selected tables. Needed in the pipeline or in its gateway."
  }),
  heartbeat_interval_sec: int().min(1).max(3600).default(10).meta({ description: "How often a run tells PostgreSQL that it is alive, in seconds." }),
  max_retained_wal: byteSize().default("128MB").meta({
    description: "WAL that the slot may retain while nothing relevant changes, before a run writes a checkpoint only to release it."
  })
};

// src/config/resolve-source.ts
function resolveSource({ document, name = "", source }, gateway, workingDirectory) {
  if (source === void 0) return void 0;
  const { cdc: own } = source;
  const connection = gateway?.settings.source ?? source;
  const stream = gateway?.settings.cdc ?? own;
  const { host } = connection;
  const database = source.database ?? connection.database;
  const publicationName = own.publication_name ?? stream.publication_name;
  if (host === void 0 || database === void 0 || publicationName === void 0) return void 0;
  const isOwn = (field) => gateway === void 0 || isWritten(document, "source", "cdc", field);
  return {
    host,
    port: connection.port,
    database,
    username: connection.username,
    password: connection.password === void 0 ? void 0 : new Secret(connection.password),
    sslmode: connection.sslmode,
    sslrootcert: absolutePath(connection.sslrootcert, gateway?.document ?? document, workingDirectory),
    slotName: own.slot_name ?? stream.slot_name ?? defaultSlotName(name),
    publicationName,
    heartbeatIntervalMs: (isOwn("heartbeat_interval_sec") ? own : stream).heartbeat_interval_sec * 1e3,
    connectTimeoutMs: connection.connect_timeout_sec * 1e3,
    initialLoad: own.initial_load,
    loadParallelism: own.load_parallelism,
    maxRetainedWalBytes: parseByteSize((isOwn("max_retained_wal") ? own : stream).max_retained_wal)
  };
}
function checkSource(document, gateway) {
  const written = valueAt(document.value, ["source"]);
  if (typeof written !== "object" || written === null || Array.isArray(written)) return [];
  const namesGateway = isWritten(document, "source", "gateway");
  const isOpen = namesGateway && gateway === void 0;
  const contradictions = namesGateway ? checkContradictions(document) : checkServer(document);
  return [
    ...contradictions,
    ...checkEnabled(document, gateway),
    ...isOpen || gateway?.settings.source.database !== void 0 ? [] : missing(document, ["source", "database"], DATABASE_HINT),
    ...isOpen || gateway?.settings.cdc.publication_name !== void 0 ? [] : missing(document, ["source", "cdc", "publication_name"], PUBLICATION_HINT)
  ];
}
var DATABASE_HINT = "Add `database:` here or under the gateway’s `source`.";
var PUBLICATION_HINT = "Add `publication_name:` here or under the gateway’s `cdc`. The publication is made by `CREATE PUBLICATION name FOR TABLE …`.";
function defaultSlotName(pipelineName) {
  return `tributary_${pipelineName.toLowerCase().replace(/[^a-z0-9_]/g, "_")}`.slice(0, 63);
}
function absolutePath(written, document, workingDirectory) {
  if (written === void 0) return written;
  return path2.resolve(workingDirectory, path2.dirname(document.file), written);
}
function checkContradictions(document) {
  return Object.keys(connectionFields).filter((field) => field !== "database" && isWritten(document, "source", field)).map(
    (field) => errorAt(
      document,
      keyPlace(document, ["source", field]),
      "contradiction",
      `\`source.${field}\` and \`source.gateway\` contradict each other: the gateway has the connection.`,
      `Remove \`${field}\`, or remove \`gateway\` and give the whole connection here.`
    )
  );
}
function checkServer(document) {
  if (isWritten(document, "source", "host")) return [];
  return [
    errorAt(
      document,
      keyPlace(document, ["source"]),
      "missing-field",
      "`source` names no server.",
      "Add `gateway:` with the name of a gateway, or `host:`, `database:`, `username:` and `password:`."
    )
  ];
}
function checkEnabled(document, gateway) {
  if (gateway === void 0 || gateway.settings.cdc.enabled) return [];
  const { line } = keyPlace(gateway.document, ["cdc", "enabled"]);
  const name = showValue(gateway.document, "gateway", "name");
  return [
    errorAt(
      document,
      keyPlace(document, ["source", "gateway"]),
      "contradiction",
      `The pipeline’s mode is \`incremental_cdc\`, but its gateway ${name} has \`cdc.enabled: false\` (${gateway.document.file}:${line}).`,
      "Set `enabled: true` there, or choose another gateway."
    )
  ];
}
function missing(document, path5, hint) {
  if (isWritten(document, ...path5)) return [];
  const message = `\`${path5.join(".")}\` is missing.`;
  return [errorAt(document, keyPlace(document, path5.slice(0, -1)), "missing-field", message, hint)];
}

// src/config/volume-name.ts
var DEFAULT_VOLUME = "tributary";
function resolveVolume(target) {
  const [volume = DEFAULT_VOLUME, schema, catalog] = (target.volume ?? DEFAULT_VOLUME).split(".").reverse();
  return {
    catalog: catalog ?? target.catalog,
    schema: schema ?? target.state_schema ?? target.schema,
    volume
  };
}

// src/config/build-target.ts
function buildTarget(document, target, workingDirectory) {
  switch (target.type) {
    case "embedded":
      return {
        tag: "embedded",
        path: absolutePath(target.path, document, workingDirectory),
        ...targetNames(target),
        memoryLimitBytes: parseByteSize(target.memory_limit)
      };
    case "unity_catalog":
      return buildUnityCatalog(target);
    default:
      return target;
  }
}
function targetNames(target) {
  return {
    catalog: target.catalog,
    schema: target.schema,
    stateSchema: target.state_schema ?? target.schema
  };
}
function buildUnityCatalog(target) {
  const properties = Object.entries(target.table_properties).filter(([name]) => !isOwnProperty(name)).map(([name, value]) => [name, String(value)]);
  return {
    tag: "unity_catalog",
    ...targetNames(target),
    databricks: {
      host: target.databricks.host,
      httpPath: target.databricks.http_path,
      auth: buildAuth(target.databricks.auth)
    },
    volume: resolveVolume(target),
    tableProperties: new Map(properties),
    clustering: target.clustering,
    statementTimeoutMs: parseDuration(target.statement_timeout),
    costPerHour: buildCost(target.databricks)
  };
}
function buildCost({ cost_per_hour, currency }) {
  return cost_per_hour === void 0 ? void 0 : { amount: cost_per_hour, currency };
}
function buildAuth(auth2) {
  switch (auth2?.type) {
    case "pat":
      return { tag: "pat", token: secretOf(auth2.token) };
    case "oauth_m2m":
      return { tag: "oauth-m2m", clientId: auth2.client_id, clientSecret: secretOf(auth2.client_secret) };
    case "github_oidc":
      return { tag: "github-oidc", clientId: auth2.client_id, audience: auth2.audience };
    case void 0:
      return void 0;
    default:
      return auth2;
  }
}
function secretOf(value) {
  return value === void 0 ? void 0 : new Secret(value);
}

// src/config/build-pipeline.ts
function buildPipeline(document, content, { source, defaultSchedule, workingDirectory }) {
  const { pipeline, selection, target, limits } = content;
  return {
    name: pipeline.name,
    description: pipeline.description,
    source,
    selection: {
      schemas: buildSchemas(selection),
      excludeColumns: selection.exclude_columns,
      includeColumns: selection.include_columns
    },
    target: buildTarget(document, target, workingDirectory),
    naming: target.table_naming,
    write: {
      mode: target.write_mode.type,
      keys: new Map(Object.entries(target.write_mode.keys)),
      deletedRows: content.source.cdc.include_deleted_rows ? "mark" : "remove"
    },
    limits: {
      maxIntervalChanges: limits.interval.max_changes,
      maxIntervalBytes: parseByteSize(limits.interval.max_bytes),
      maxIntervalMs: parseDuration(limits.interval.max_duration),
      maxPartBytes: parseByteSize(limits.part.max_bytes),
      maxPartRows: limits.part.max_rows,
      loadRangeRows: limits.load.range_rows
    },
    // An unquoted `null` is YAML's own null; the writer means the word.
    specialValues: target.special_values ?? "null",
    schedule: buildSchedule(content.schedule ?? defaultSchedule)
  };
}
function buildSchemas({ schemas }) {
  return schemas.map(({ name, tables }) => ({
    name,
    tables: tables?.map((table) => ({ name: table.name, destinationTable: table.destination_table }))
  }));
}
function buildSchedule(schedule) {
  switch (schedule?.type) {
    case "interval":
      return { tag: "interval", everyMs: parseDuration(schedule.every) };
    case "continuous":
      return { tag: "continuous" };
    case "manual":
    case void 0:
      return { tag: "manual" };
  }
}

// src/config/schema-field.ts
function keysAt(schema, value, path5) {
  const found = unwrap(schemaAt(schema, value, path5));
  if (found instanceof ZodObject) return objectKeys(found, void 0);
  if (!(found instanceof ZodDiscriminatedUnion)) return [];
  const chosen = chosenOption(found, valueAt(value, path5));
  const others = found.options.filter((option) => option !== chosen);
  return [
    ...chosen instanceof ZodObject ? objectKeys(chosen, void 0) : [],
    ...others.flatMap((option) => option instanceof ZodObject ? objectKeys(option, typeOf(option)) : [])
  ];
}
function fieldsNamed(schema, name, prefix = "") {
  const found = unwrap(schema);
  if (found instanceof ZodDiscriminatedUnion) {
    return [...new Set(found.options.flatMap((option) => fieldsNamed(option, name, prefix)))];
  }
  if (found instanceof ZodArray) return fieldsNamed(found.element, name, `${prefix}[]`);
  if (!(found instanceof ZodObject)) return [];
  return Object.entries(found.shape).flatMap(([key, field]) => {
    const path5 = prefix === "" ? key : `${prefix}.${key}`;
    return [...key === name ? [path5] : [], ...fieldsNamed(field, name, path5)];
  });
}
function unwrap(schema) {
  if (schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}
function schemaAt(schema, value, path5) {
  let current = schema;
  path5.forEach((key, index) => {
    current = childSchema(unwrap(current), valueAt(value, path5.slice(0, index)), key);
  });
  return current;
}
function childSchema(schema, value, key) {
  if (schema instanceof ZodDiscriminatedUnion) return childSchema(chosenOption(schema, value), value, key);
  if (schema instanceof ZodObject)
    return Object.entries(schema.shape).find(([name]) => name === key)?.[1];
  if (schema instanceof ZodArray) return schema.element;
  return schema instanceof ZodRecord ? schema.valueType : void 0;
}
function chosenOption(union2, value) {
  const type = valueAt(value, ["type"]);
  return union2.options.find((option) => typeOf(option) === type);
}
function typeOf(option) {
  const { type } = option instanceof ZodObject ? option.shape : {};
  return type instanceof ZodLiteral ? String([...type.values][0]) : void 0;
}
function objectKeys(schema, otherType) {
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    description: globalRegistry.get(field)?.description,
    otherType
  }));
}

// src/config/lint/renamed-keys.ts
var WORDS_OF_OTHERS = {
  "cdc.slot_name": ["slot", "slotname", "replication_slot", "replication_slot_name", "slot_config"],
  "cdc.publication_name": ["publication", "publications", "pub", "pub_name", "publicationname"],
  "cdc.initial_load": ["snapshot_mode", "snapshot", "initial_snapshot", "full_refresh", "skip_snapshot"],
  "cdc.load_parallelism": ["snapshot_max_threads", "max_parallel_tables", "parallelism", "num_workers"],
  "cdc.include_deleted_rows": [
    "soft_delete",
    "soft_deletes",
    "hard_delete",
    "keep_deleted_rows",
    "skipped_operations"
  ],
  "cdc.heartbeat_interval_sec": ["heartbeat_interval_ms", "heartbeat_interval", "status_update_interval_ms"],
  "cdc.max_retained_wal": ["max_slot_wal_keep_size", "max_wal_size", "wal_limit"],
  "source.host": ["hostname", "database_hostname", "db_host", "server", "address"],
  "source.port": ["database_port", "db_port"],
  "source.database": [
    "dbname",
    "db",
    "db_name",
    "database_name",
    "database_dbname",
    "source_catalog",
    "source_database"
  ],
  "source.username": ["user", "user_name", "database_user", "db_user", "login", "role"],
  "source.password": ["pass", "pwd", "passwd", "database_password", "db_password"],
  "source.sslmode": ["ssl", "tls", "encrypt", "database_sslmode", "require_ssl"],
  "source.sslrootcert": ["database_sslrootcert", "ca", "ca_file", "ssl_ca", "root_cert"],
  "source.gateway": ["ingestion_gateway_id", "gateway_id", "gateway_name", "connection", "connection_name"],
  "selection.schemas": ["schema_include_list", "source_schema", "schema_names", "include_schemas", "objects"],
  "selection.schemas[].tables": [
    "table_include_list",
    "table_whitelist",
    "include_tables",
    "table_names",
    "source_table",
    "streams",
    "resources"
  ],
  "selection.exclude_columns": [
    "column_exclude_list",
    "column_blacklist",
    "excluded_columns",
    "exclude_column",
    "ignore_columns",
    "columns_to_exclude"
  ],
  "selection.include_columns": [
    "column_include_list",
    "column_whitelist",
    "included_columns",
    "include_column",
    "select_columns",
    "columns_to_include"
  ],
  "selection.schemas[].tables[].destination_table": [
    "target_table",
    "destination",
    "rename_to",
    "alias",
    "target_name"
  ],
  "target.catalog": ["destination_catalog", "target_catalog", "catalog_name"],
  "target.schema": ["destination_schema", "target_schema", "schema_name", "dataset", "dataset_name"],
  "target.table_naming.prefix": ["table_prefix", "topic_prefix", "stream_prefix"],
  "target.write_mode.keys": [
    "primary_keys",
    "primary_key",
    "key_columns",
    "merge_keys",
    "message_key_columns",
    "unique_key"
  ],
  "target.write_mode.type": ["scd_type", "write_disposition", "load_mode", "mode"],
  "target.databricks.host": ["hostname", "workspace", "workspace_url", "server_hostname", "databricks_host"],
  "target.databricks.http_path": ["warehouse_id", "warehouse", "sql_warehouse", "sql_warehouse_id"],
  "target.databricks.auth.token": ["access_token", "databricks_token", "pat"],
  "target.databricks.auth.client_secret": ["oauth_secret", "databricks_client_secret"],
  "target.clustering": ["cluster_by", "clustering_columns", "enable_auto_clustering"],
  "target.volume": ["staging_volume", "staging_area", "data_staging_options", "staging", "stage"],
  "schedule.every": ["cron", "interval", "frequency", "period", "quartz_cron_expression"]
};
function endsOf(word) {
  return Object.entries(WORDS_OF_OTHERS).filter(([, words]) => words.some((other) => fold2(other) === word)).map(([end]) => end);
}
function renamedKey(schema, path5) {
  const key = String(path5.at(-1));
  const meanings = endsOf(fold2(key)).flatMap((end) => {
    const name = end.slice(end.lastIndexOf(".") + 1);
    return fieldsNamed(schema, name).filter((field) => field === end || field.endsWith(`.${end}`));
  });
  const [nearest2] = meanings.toSorted((a, b2) => sharedLength(b2, path5) - sharedLength(a, path5));
  if (nearest2 === void 0) return void 0;
  return sharedLength(nearest2, path5) > 0 || fieldsNamed(schema, key).length === 0 ? nearest2 : void 0;
}
function sharedLength(field, path5) {
  const steps = field.split(".");
  const apart = steps.findIndex((step, index) => step !== String(path5[index]));
  return apart < 0 ? steps.length : apart;
}
function fold2(word) {
  return word.toLowerCase().replace(/[.\-_]/g, "");
}

// src/config/schema-issue.ts
var PLANNED_VALUES = {
  "target.write_mode.type": ["append", "scd2"]
};
function diagnoseIssue(document, schema, issue) {
  const { path: path5 } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => diagnoseUnknownKey(document, schema, [...path5, key]));
  }
  if (path5.length > 0 && !isWritten(document, ...path5)) return [diagnoseMissing(document, schema, path5)];
  switch (issue.code) {
    case "invalid_type":
      return [diagnoseType(document, path5, issue.expected)];
    case "invalid_value":
      return [diagnoseWord(document, path5, issue.values)];
    case "invalid_union":
      return [diagnoseWord(document, path5, unionWords(issue))];
    case "too_small":
      return [invalidValue(document, path5, tooSmall(issue))];
    case "too_big":
      return [invalidValue(document, path5, tooBig(issue))];
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return [invalidValue(document, path5, issue.message)];
  }
}
function diagnoseUnknownKey(document, schema, path5) {
  const key = String(path5.at(-1));
  const parent = path5.slice(0, -1);
  const keys = keysAt(schema, document.value, parent);
  const place = keyPlace(document, path5);
  const elsewhere = keys.find(({ name, otherType }) => name === key && otherType !== void 0);
  if (elsewhere !== void 0) {
    const type = showValue(document, ...parent, "type");
    return errorAt(
      document,
      place,
      "contradiction",
      `\`${showPath(path5)}\` has no meaning with \`type:\` ${type}.`,
      `It belongs to \`type: ${elsewhere.otherType}\`. Remove it, or change the type.`
    );
  }
  const where = parent.length === 0 ? "at the top of the document" : `in \`${showPath(parent)}\``;
  const known = keys.filter(({ otherType }) => otherType === void 0).map(({ name }) => name);
  return errorAt(
    document,
    place,
    "unknown-key",
    `Unknown key \`${key}\` ${where}.`,
    keyHint(path5, known, schema)
  );
}
function keyHint(path5, known, schema) {
  const key = String(path5.at(-1));
  const renamed = renamedKey(schema, path5);
  if (renamed !== void 0) return `Write \`${renamed}\` instead.`;
  const near = nearestWord(key, known);
  if (near !== void 0) return `Did you mean \`${near}\`?`;
  const [elsewhere] = fieldsNamed(schema, key);
  if (elsewhere !== void 0) return `It belongs at \`${elsewhere}\`.`;
  return `Known here: ${listWords(known)}.`;
}
function diagnoseMissing(document, schema, path5) {
  const key = String(path5.at(-1));
  const parent = path5.slice(0, -1);
  const field = keysAt(schema, document.value, parent).find(({ name }) => name === key);
  const description = field?.otherType === void 0 ? field?.description : void 0;
  const types = keysAt(schema, document.value, parent).flatMap(({ otherType }) => otherType ?? []);
  const meaning = description ?? (key === "type" && types.length > 0 ? `one of ${listWords([...new Set(types)])}.` : "");
  return errorAt(
    document,
    keyPlace(document, parent),
    "missing-field",
    `\`${showPath(path5)}\` is missing.`,
    meaning === "" ? `Add \`${key}:\`.` : `Add \`${key}:\` ${meaning}`
  );
}
function diagnoseType(document, path5, expected) {
  const found = valueAt(document.value, path5);
  const subject = path5.length === 0 ? "The document" : `\`${showPath(path5)}\``;
  const [variable] = document.located.get(pathKey(path5))?.variables ?? [];
  const what = variable === void 0 ? typeWord(found) : `text (the value of \${${variable}})`;
  return errorAt(
    document,
    valuePlace(document, path5),
    "wrong-type",
    `${subject}: expected ${EXPECTED_WORDS[expected] ?? expected}, found ${what}.`,
    variable === void 0 ? typeHint(found, expected) : void 0
  );
}
var EXPECTED_WORDS = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a mapping",
  record: "a mapping"
};
function typeWord(value) {
  if (value === null) return "nothing (`null`)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isInteger(value) ? "a number" : "a fraction";
  if (typeof value === "boolean") return `\`${value}\``;
  return typeof value === "string" ? "text" : "a mapping";
}
function typeHint(found, expected) {
  const isPlain = typeof found === "number" || typeof found === "boolean";
  if (expected === "string" && isPlain) return "Put it in quotes.";
  if (expected === "array") return "Write a list: `[a, b]`, or one entry a line after `- `.";
  if (expected === "object" || expected === "record") return "Write `key: value` lines, indented under it.";
  if (typeof found !== "string") return void 0;
  if (expected === "boolean") return "Write `true` or `false` without quotes.";
  return /^\d+$/.test(found) ? "Write it without quotes." : void 0;
}
function unionWords(issue) {
  return "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}
function diagnoseWord(document, path5, allowed) {
  const words = allowed.filter((word) => typeof word === "string");
  const found = valueAt(document.value, path5);
  if (typeof found !== "string") return diagnoseType(document, path5, "string");
  const place = valuePlace(document, path5);
  const shown = showValue(document, ...path5);
  if (PLANNED_VALUES[showPath(path5)]?.includes(found) === true) {
    const message = `\`${showPath(path5)}\`: ${shown} is not supported yet.`;
    return errorAt(document, place, "unsupported-value", message, `Use ${listWords(words)}.`);
  }
  const fromVariable = (document.located.get(pathKey(path5))?.variables.length ?? 0) > 0;
  const near = fromVariable ? void 0 : nearestWord(found, words);
  return errorAt(
    document,
    place,
    "invalid-value",
    `\`${showPath(path5)}\`: ${shown} is not one of ${listWords(words)}.`,
    near === void 0 ? void 0 : `Did you mean \`${near}\`?`
  );
}
function invalidValue(document, path5, expectation) {
  return errorAt(
    document,
    valuePlace(document, path5),
    "invalid-value",
    `\`${showPath(path5)}\`: ${expectation}.`
  );
}
function tooSmall({ origin, minimum }) {
  if (origin === "array") return "expected at least one entry, found an empty list";
  return origin === "string" ? "expected text, found an empty one" : `expected ${minimum} or more`;
}
function tooBig({ origin, maximum }) {
  return origin === "string" ? `expected at most ${maximum} characters` : `expected ${maximum} or less`;
}
function listWords(words) {
  return words.map((word) => `\`${word}\``).join(", ");
}

// src/config/check-schema.ts
function checkSchema(document, schema) {
  const first = schema.safeParse(document.value);
  if (first.success) return { data: first.data, settled: document.value, diagnostics: [] };
  const settled = settleTypes(document, first.error.issues);
  const second = schema.safeParse(settled);
  if (second.success) return { data: second.data, settled, diagnostics: [] };
  const diagnostics = second.error.issues.filter((issue) => isKnown(document, issue.path)).flatMap((issue) => diagnoseIssue(document, schema, issue));
  return { data: void 0, settled, diagnostics };
}
function settleTypes(document, issues) {
  let settled = document.value;
  for (const issue of issues) {
    const value = valueAt(settled, issue.path);
    if (!isKnown(document, issue.path)) {
      settled = replaceAt(settled, issue.path, void 0);
    } else if (issue.code === "invalid_type" && comesFromVariable(document, issue.path)) {
      settled = replaceAt(settled, issue.path, typedText(value, issue.expected));
    }
  }
  return settled;
}
function comesFromVariable(document, path5) {
  return (document.located.get(pathKey(path5))?.variables.length ?? 0) > 0;
}
function typedText(value, expected) {
  if (typeof value !== "string") return value;
  if (expected === "boolean" && (value === "true" || value === "false")) return value === "true";
  const isNumber = (expected === "number" || expected === "int") && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}
function replaceAt(value, path5, replacement) {
  const [key, ...rest] = path5;
  if (key === void 0) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) => index === key ? replaceAt(item, rest, replacement) : item);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === key ? replaceAt(item, rest, replacement) : item
    ])
  );
}

// src/config/table-reference.ts
function isSelected(document, selection, reference) {
  return selection.schemas.some(({ name, tables }, schemaIndex) => {
    const schemaPath = ["selection", "schemas", schemaIndex];
    if (!isKnown(document, [...schemaPath, "name"])) return true;
    const candidates = reference.startsWith(`${name}.`) ? [reference, reference.slice(name.length + 1)] : [reference];
    if (tables === void 0) return candidates.length > 1 || !namesOtherSchema(selection, reference, name);
    return tables.some(
      (table, tableIndex) => !isKnown(document, [...schemaPath, "tables", tableIndex, "name"]) || candidates.some((candidate) => matchesGlob(table.name, candidate))
    );
  });
}
function namesOtherSchema(selection, reference, schema) {
  return selection.schemas.some(({ name }) => name !== schema && reference.startsWith(`${name}.`));
}
function meanSameTable(selection, one, other) {
  if (one === other) return true;
  return selection.schemas.some(({ name }) => `${name}.${one}` === other || `${name}.${other}` === one);
}
function namedTables(document, selection) {
  return selection.schemas.flatMap(
    ({ tables = [] }, schemaIndex) => tables.filter(
      (_2, tableIndex) => mayBeShown(document, ["selection", "schemas", schemaIndex, "tables", tableIndex, "name"])
    ).map(({ name }) => name).filter((name) => !isGlob(name))
  );
}
function mayBeShown(document, path5) {
  return isWritten(document, ...path5) && document.located.get(pathKey(path5))?.variables.length === 0;
}

// src/config/check-selection.ts
function checkSelection({ document, selection, target }) {
  if (selection === void 0) return [];
  const keys = Object.entries(target?.write_mode.keys ?? {}).map(([table, columns]) => ({ table, columns }));
  return [
    ...checkSchemas(document, selection),
    ...checkTables(document, selection),
    ...checkColumnLists(document, selection),
    ...checkKeys(document, selection, keys)
  ];
}
function checkSchemas(document, selection) {
  return selection.schemas.flatMap(({ name, tables }, index) => {
    const first = selection.schemas.findIndex((other) => other.name === name);
    const isWhole = tables === void 0 || selection.schemas[first]?.tables === void 0;
    if (first === index || !isWhole) return [];
    const path5 = ["selection", "schemas", index, "name"];
    const firstLine = valuePlace(document, ["selection", "schemas", first, "name"]).line;
    return [
      errorAt(
        document,
        valuePlace(document, path5),
        "duplicate-table",
        `Tables of the schema ${showValue(document, ...path5)} are selected twice: it is listed on line ${firstLine} too, and one of the two takes all its tables.`,
        "List the schema once."
      )
    ];
  });
}
function checkTables(document, selection) {
  const selected = selection.schemas.flatMap(
    (schema, schemaIndex) => (schema.tables ?? []).map(({ name }, tableIndex) => ({
      schema: schema.name,
      name,
      path: ["selection", "schemas", schemaIndex, "tables", tableIndex]
    }))
  );
  return selected.flatMap(({ schema, name, path: path5 }, index) => {
    const namePath = [...path5, "name"];
    const first = selected.find((other) => other.schema === schema && other.name === name);
    if (first !== void 0 && first !== selected[index]) {
      const { line } = valuePlace(document, [...first.path, "name"]);
      const message = `The table ${showValue(document, ...namePath)} is selected twice; the first is on line ${line}.`;
      return [
        errorAt(
          document,
          valuePlace(document, namePath),
          "duplicate-table",
          message,
          "Remove one of the two."
        )
      ];
    }
    const renamed = [...path5, "destination_table"];
    if (!isGlob(name) || !isWritten(document, ...renamed)) return [];
    return [
      errorAt(
        document,
        keyPlace(document, renamed),
        "contradiction",
        `\`destination_table\` names one table, but ${showValue(document, ...namePath)} is a glob for several.`,
        "List the table that gets another name by its own name, beside the glob."
      )
    ];
  });
}
function checkColumnLists(document, selection) {
  const exclusions = selection.exclude_columns.flatMap(
    ({ table }, index) => checkReference(document, selection, table, valuePlaceOf(document, "exclude_columns", index))
  );
  const inclusions = selection.include_columns.flatMap(({ table }, index) => {
    const place = valuePlaceOf(document, "include_columns", index);
    const excluded = selection.exclude_columns.findIndex(
      (other) => meanSameTable(selection, other.table, table)
    );
    if (excluded < 0) return checkReference(document, selection, table, place);
    const { line } = valuePlaceOf(document, "exclude_columns", excluded).place;
    return [
      errorAt(
        document,
        place.place,
        "contradiction",
        `${place.shown} has \`include_columns\` and, on line ${line}, \`exclude_columns\`.`,
        "Keep one of the two: columns that are not included are left out anyway."
      )
    ];
  });
  return [...exclusions, ...inclusions];
}
function checkKeys(document, selection, keys) {
  return keys.flatMap(({ table, columns }, index) => {
    const path5 = ["target", "write_mode", "keys", table];
    const place = keyPlace(document, path5);
    const first = keys.findIndex((other) => meanSameTable(selection, other.table, table));
    if (first < index) {
      const message = `\`${table}\` and \`${keys[first]?.table}\` mean one table and have a key each.`;
      return [errorAt(document, place, "contradiction", message, "Keep one of the two.")];
    }
    return [
      ...checkReference(document, selection, table, { place, shown: `\`${table}\``, known: true }),
      ...columns.flatMap(
        (column, columnIndex) => checkKeyColumn(document, selection, { table, column, path: [...path5, columnIndex] })
      )
    ];
  });
}
function checkKeyColumn(document, selection, { table, column, path: path5 }) {
  const key = `${showValue(document, ...path5)}, which is in the row key of \`${table}\` (\`${showPath(path5.slice(0, -1))}\`)`;
  const hint = "Rows are told apart by their key: take the column, or choose another key.";
  const excluded = selection.exclude_columns.flatMap(
    (list, listIndex) => list.columns.flatMap((name, columnIndex) => {
      if (name !== column || !meanSameTable(selection, list.table, table)) return [];
      const place = valuePlace(document, ["selection", "exclude_columns", listIndex, "columns", columnIndex]);
      return [
        errorAt(document, place, "key-column-excluded", `\`exclude_columns\` leaves out ${key}.`, hint)
      ];
    })
  );
  const notIncluded = selection.include_columns.flatMap((list, listIndex) => {
    if (list.columns.includes(column) || !meanSameTable(selection, list.table, table)) return [];
    const place = keyPlace(document, ["selection", "include_columns", listIndex, "columns"]);
    return [errorAt(document, place, "key-column-excluded", `\`include_columns\` leaves out ${key}.`, hint)];
  });
  return [...excluded, ...notIncluded];
}
function valuePlaceOf(document, list, index) {
  const path5 = ["selection", list, index, "table"];
  return {
    place: valuePlace(document, path5),
    shown: showValue(document, ...path5),
    known: isKnown(document, path5)
  };
}
function checkReference(document, selection, table, { place, shown, known }) {
  if (!known) return [];
  if (isGlob(table)) {
    const message = `${shown}: a glob cannot stand here.`;
    return [errorAt(document, place, "invalid-value", message, "Name each table on its own.")];
  }
  if (isSelected(document, selection, table)) return [];
  const near = nearestWord(table, namedTables(document, selection));
  return [
    errorAt(
      document,
      place,
      "table-not-selected",
      `The table ${shown} is not selected.`,
      near === void 0 || !shown.startsWith("`") ? "Add it under `selection.schemas`, or remove this." : `Did you mean \`${near}\`?`
    )
  ];
}

// src/config/check-set.ts
function checkNames(kind, documents) {
  const path5 = [kind, "name"];
  const first = /* @__PURE__ */ new Map();
  return documents.flatMap((document) => {
    const name = valueAt(document.value, path5);
    if (typeof name !== "string" || !isKnown(document, path5)) return [];
    const earlier = first.get(name);
    if (earlier === void 0) {
      first.set(name, document);
      return [];
    }
    return [
      errorAt(
        document,
        valuePlace(document, path5),
        "duplicate-name",
        `Another ${kind} is called ${showValue(document, ...path5)}: ${showPlace(earlier, path5)}.`,
        `Give each ${kind} a name of its own.`
      )
    ];
  });
}
function unknownGateway(document, gateways) {
  const path5 = ["source", "gateway"];
  const wanted = valueAt(document.value, path5);
  if (typeof wanted !== "string" || !isKnown(document, path5)) return [];
  const names = gateways.flatMap((gateway) => {
    const name = valueAt(gateway.value, ["gateway", "name"]);
    const isPlain2 = gateway.located.get(pathKey(["gateway", "name"]))?.variables.length === 0;
    return typeof name === "string" && isPlain2 ? [name] : [];
  });
  const isPlain = document.located.get(pathKey(path5))?.variables.length === 0;
  const near = isPlain ? nearestWord(wanted, names) : void 0;
  const known = names.length === 0 ? "The files given hold no gateway: give the file with it too." : `Known gateways: ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return [
    errorAt(
      document,
      valuePlace(document, path5),
      "unknown-gateway",
      `There is no gateway ${showValue(document, ...path5)} in the files given.`,
      near === void 0 ? known : `Did you mean \`${near}\`? ${known}`
    )
  ];
}
function checkDefaultSchedules(documents) {
  const [first, ...others] = documents;
  if (first === void 0) return [];
  return others.map(
    (document) => errorAt(
      document,
      keyPlace(document, ["schedule"]),
      "contradiction",
      `The set has two default schedules; the first is ${showPlace(first, ["schedule"])}.`,
      "Keep one, or put `schedule:` into the pipelines’ own documents."
    )
  );
}
function checkSharedSlots(pipelines) {
  const first = /* @__PURE__ */ new Map();
  return pipelines.flatMap(({ document, source }) => {
    const slot = JSON.stringify([source.host.toLowerCase(), source.port, source.database, source.slotName]);
    const earlier = first.get(slot);
    if (earlier === void 0) {
      first.set(slot, document);
      return [];
    }
    const own = ["source", "cdc", "slot_name"];
    const place = isWritten(document, ...own) ? valuePlace(document, own) : valuePlace(document, ["pipeline", "name"]);
    const name = showValue(earlier, "pipeline", "name");
    return [
      errorAt(
        document,
        place,
        "shared-slot",
        `This pipeline and ${name} (${showPlace(earlier, ["pipeline", "name"])}) would share one replication slot.`,
        "A slot carries the progress of one pipeline. Set `source.cdc.slot_name` in one of them."
      )
    ];
  });
}
function showPlace(document, path5) {
  return `${document.file}:${valuePlace(document, path5).line}`;
}

// src/config/check-shared-targets.ts
function checkSharedTargets(drafts, workingDirectory) {
  const first = /* @__PURE__ */ new Map();
  const diagnostics = [];
  for (const filling of drafts.flatMap((draft) => fillings(draft, workingDirectory))) {
    const earlier = first.get(filling.target);
    if (earlier === void 0) first.set(filling.target, filling);
    else if (!isSameSelection(earlier, filling)) diagnostics.push(describeShared(earlier, filling));
  }
  return diagnostics;
}
function fillings({ document, selection, target }, workingDirectory) {
  if (selection === void 0 || target === void 0) return [];
  const home = [target.type, targetPlace(document, target, workingDirectory), target.catalog, target.schema];
  const seen = /* @__PURE__ */ new Set();
  return selection.schemas.flatMap(
    ({ name: schema, tables = [] }, schemaIndex) => tables.flatMap(({ name, destination_table }, tableIndex) => {
      const source = JSON.stringify([schema, name]);
      if (isGlob(name) || seen.has(source)) return [];
      seen.add(source);
      const table = destination_table ?? `${target.table_naming.prefix}${name}`;
      const entry = ["selection", "schemas", schemaIndex, "tables", tableIndex];
      const path5 = [...entry, "name"];
      const namePath = destination_table === void 0 ? path5 : [...entry, "destination_table"];
      return [{ document, path: path5, namePath, target: JSON.stringify([...home, table]).toLowerCase() }];
    })
  );
}
function targetPlace(document, target, workingDirectory) {
  return target.type === "embedded" ? absolutePath(target.path, document, workingDirectory) : (target.databricks.host ?? "").replace(/^https:\/\//i, "").replace(/\/+$/, "");
}
function isSameSelection(one, other) {
  if (one.document === other.document) return false;
  return showValue(one.document, "pipeline", "name") === showValue(other.document, "pipeline", "name");
}
function describeShared(earlier, filling) {
  const place = valuePlace(earlier.document, earlier.namePath);
  const where = earlier.document.file === filling.document.file ? `line ${place.line}` : `${earlier.document.file}:${place.line}`;
  const source = showValue(earlier.document, ...earlier.path);
  return errorAt(
    filling.document,
    valuePlace(filling.document, filling.namePath),
    "shared-target",
    `The table ${showValue(filling.document, ...filling.path)} goes to the same target table as ${source} (${where}).`,
    "Target names are compared after the prefix and without regard to case. Give one of the two another `destination_table`, target schema or prefix."
  );
}

// src/config/check-unity-catalog.ts
function checkUnityCatalog(document) {
  if (valueAt(document.value, ["target", "type"]) !== "unity_catalog") return [];
  return [
    ...checkHost(document),
    ...checkHttpPath(document),
    ...checkCatalog(document),
    ...checkDefaultVolume(document),
    ...checkSubstitution(document),
    ...checkStatementTimeout(document),
    ...checkTableProperties(document)
  ];
}
var HOST = ["target", "databricks", "host"];
var HTTP_PATH = ["target", "databricks", "http_path"];
function checkHost(document) {
  const host = knownText(document, HOST)?.trim().toLowerCase();
  if (host === void 0 || host === "") return [];
  if (host.startsWith("http://"))
    return refuse(document, HOST, "is reached over TLS only", "Write the host name alone.");
  if (/^(https:\/\/)?accounts\.[a-z.]*(databricks\.com|azuredatabricks\.net|databricks\.azure\.(us|cn))(?![a-z.])/.test(
    host
  ))
    return refuse(
      document,
      HOST,
      "is the account console, not a workspace",
      "Take the host of the workspace: what the browser shows when it is open."
    );
  if (/^(https:\/\/)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?([/?#]\S*)?$/.test(host)) return [];
  return refuse(
    document,
    HOST,
    "is no host name",
    "Write it as `adb-1.2.azuredatabricks.net` or `dbc-1.cloud.databricks.com`."
  );
}
function checkHttpPath(document) {
  const path5 = knownText(document, HTTP_PATH)?.trim();
  if (path5 === void 0 || path5 === "") return [];
  if (/^\/?sql\/protocolv1\//i.test(path5))
    return refuse(
      document,
      HTTP_PATH,
      "is the path of a cluster",
      "A SQL warehouse is needed: its path begins with `/sql/1.0/warehouses/` (SQL Warehouses, Connection details)."
    );
  if (/^\/?sql\/1\.0\/(warehouses|endpoints)\/[A-Za-z0-9-]+\/?$/.test(path5)) return [];
  return refuse(
    document,
    HTTP_PATH,
    "is not the path of a SQL warehouse",
    "Write it as in the warehouse’s connection details: `/sql/1.0/warehouses/0123456789abcdef`."
  );
}
var FOREIGN_CATALOGS = /* @__PURE__ */ new Set(["hive_metastore", "samples", "system"]);
function checkCatalog(document) {
  const catalogs = FOREIGN_CATALOGS.has(knownText(document, ["target", "catalog"])?.toLowerCase() ?? "") ? refuse(
    document,
    ["target", "catalog"],
    "is not a catalog for tables of your own",
    "Name a catalog of Unity Catalog that you may create tables in."
  ) : [];
  const schemas = [
    ["target", "schema"],
    ["target", "state_schema"]
  ].flatMap(
    (path5) => knownText(document, path5)?.toLowerCase() === "information_schema" ? refuse(document, path5, "belongs to the catalog itself", "Name another schema.") : []
  );
  return [...catalogs, ...schemas];
}
function checkDefaultVolume(document) {
  const volume = knownText(document, ["target", "volume"]);
  if (volume === void 0 && isWritten(document, "target", "volume")) return [];
  const written = volume?.split(".").length ?? 1;
  const state = isWritten(document, "target", "state_schema") ? "state_schema" : "schema";
  const taken = [...written < 3 ? ["catalog"] : [], ...written < 2 ? [state] : []];
  return taken.map((name) => ["target", name]).filter((path5) => /[!-,:-@[-^`{-~]/.test(knownText(document, path5) ?? "")).flatMap(
    (path5) => refuse(
      document,
      path5,
      "has characters that a volume’s path cannot have, and the volume takes its name from here",
      "Name a volume that lies elsewhere: `volume: catalog.schema.name`, in letters, digits, `_` and `-`."
    )
  );
}
function checkSubstitution(document) {
  const selection = valueAt(document.value, ["selection", "schemas"]);
  const renamed = (Array.isArray(selection) ? selection : []).flatMap((schema, schemaIndex) => {
    const tables = valueAt(schema, ["tables"]);
    return (Array.isArray(tables) ? tables : []).map(
      (_2, tableIndex) => [
        "selection",
        "schemas",
        schemaIndex,
        "tables",
        tableIndex,
        "destination_table"
      ]
    );
  });
  const paths = [
    ["target", "catalog"],
    ["target", "schema"],
    ["target", "state_schema"],
    ["target", "table_naming", "prefix"],
    ...renamed
  ];
  return paths.filter((path5) => knownText(document, path5)?.includes("${") === true).flatMap(
    (path5) => refuse(document, path5, "holds `${`, which Databricks cannot take in a name", "Use another name.")
  );
}
var MAX_STATEMENT_MS = 1728e5;
function checkStatementTimeout(document) {
  const path5 = ["target", "statement_timeout"];
  const length = parseDuration(knownText(document, path5) ?? "");
  if (length === 0 || length >= 1e3 && length <= MAX_STATEMENT_MS) return [];
  return refuse(
    document,
    path5,
    "is outside of what a warehouse takes",
    "Write a time between `1s` and `2d`."
  );
}
function refuse(document, path5, what, hint) {
  const message = `\`${showPath(path5)}\`: ${showValue(document, ...path5)} ${what}.`;
  return [errorAt(document, valuePlace(document, path5), "invalid-value", message, hint)];
}

// src/config/document-kind.ts
function kindOfDocument(document) {
  const { value } = document;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const found = Array.isArray(value) ? "a list" : "a single value";
    return unknown(
      document,
      [],
      `expected a mapping, found ${found}`,
      "Begin with `pipeline:` or `gateway:`."
    );
  }
  const keys = Object.keys(value);
  const has = (key) => keys.includes(key);
  if (has("gateway") && has("pipeline")) {
    return errorAt(
      document,
      keyPlace(document, ["pipeline"]),
      "contradiction",
      "The document has `gateway:` and `pipeline:`.",
      "Make two documents of it, with a line `---` between them."
    );
  }
  if (has("gateway")) return "gateway";
  if (has("pipeline")) return "pipeline";
  return has("schedule") && keys.length === 1 ? "schedule" : describeKeys(document, keys);
}
function describeKeys(document, keys) {
  const slip = keys.find(
    (key) => nearestWord(key, ["gateway", "pipeline", "schedule"]) !== void 0 && key !== "schedule"
  );
  if (slip !== void 0) {
    const near = nearestWord(slip, ["gateway", "pipeline", "schedule"]);
    return errorAt(
      document,
      keyPlace(document, [slip]),
      "unknown-key",
      `Unknown key \`${slip}\` at the top of the document.`,
      `Did you mean \`${near}\`?`
    );
  }
  const isGateway = keys.includes("cdc") || keys.includes("telemetry");
  const isPipeline = keys.some((key) => ["selection", "target", "limits", "notifications"].includes(key));
  if (!isGateway && !isPipeline) {
    return unknown(
      document,
      keys.slice(0, 1),
      "expected `pipeline:`, `gateway:` or only `schedule:` at its top",
      "Say what the document is by one of these keys."
    );
  }
  const kind = isPipeline ? "pipeline" : "gateway";
  const message = `\`${kind}\` is missing.`;
  return errorAt(
    document,
    keyPlace(document, []),
    "missing-field",
    message,
    `Add \`${kind}:\` with a \`name:\` in it.`
  );
}
function unknown(document, path5, what, hint) {
  const place = isWritten(document, ...path5) ? keyPlace(document, path5) : keyPlace(document, []);
  return errorAt(document, place, "document-unknown", `The document cannot be used: ${what}.`, hint);
}

// src/config/lint/secrets-in-file.ts
var SECRET_KEY = /^(?:access_token|api_key|apikey|client_secret|pass|passphrase|passwd|password|private_key|pwd|secret|secret_key|token|webhook_url)$/;
var OWN_NAMES = ["target.write_mode.keys", "target.table_properties"];
function warnOfSecrets(document) {
  return textsWithin(document.value, []).flatMap(({ path: path5, text: text2 }) => {
    if ((document.located.get(pathKey(path5))?.variables.length ?? 0) > 0) return [];
    const kind = secretKindOf(text2) ?? (isSecretKey(path5) && !isLocal(document, path5) ? "" : void 0);
    return kind === void 0 ? [] : [describeSecret(document, path5, kind)];
  });
}
function describeSecret(document, path5, kind) {
  return adviceAt(document, valuePlace(document, path5), {
    severity: "warning",
    code: "secret-in-file",
    message: kind === "" ? `\`${showPath(path5)}\` stands in the file in clear text.` : `\`${showPath(path5)}\` holds ${kind}, in clear text.`,
    hint: `Take it from an environment variable (\`\${NAME}\`), and replace it ${homeOf(path5, kind)}: whoever read the file knows it.`
  });
}
function homeOf(path5, kind) {
  if (path5[0] === "target" || kind.includes("Databricks")) return "in Databricks";
  if (path5[0] === "notifications" || kind.includes("Slack")) return "where the messages arrive";
  return path5[0] === "source" ? "in the database" : "where it is valid";
}
function textsWithin(value, path5) {
  if (typeof value === "string") return value === "" ? [] : [{ path: path5, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => textsWithin(item, [...path5, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, item]) => textsWithin(item, [...path5, key])
  );
}
function isSecretKey(path5) {
  if (OWN_NAMES.includes(showPath(path5.slice(0, -1)))) return false;
  return SECRET_KEY.test(String(path5.at(-1)).toLowerCase().replaceAll("-", "_"));
}
function isLocal(document, path5) {
  if (path5[0] !== "source") return false;
  const host = valueAt(document.value, ["source", "host"]);
  return typeof host === "string" && /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\/.*)$/i.test(host);
}

// src/config/not-acted-on.ts
var NOT_ACTED_ON = [
  {
    path: ["notifications"],
    message: "`notifications` is accepted, but nobody is notified yet.",
    hint: "Until then, let the workflow or scheduler that starts the run tell of its exit code."
  },
  {
    path: ["schedule", "fallback"],
    message: "`schedule.fallback` is accepted, but a failed run is not repeated by itself yet.",
    hint: "The next run goes on from the checkpoint, whoever starts it."
  }
];
function warnNotActedOn(document) {
  return NOT_ACTED_ON.filter(({ path: path5 }) => isWritten(document, ...path5)).map(({ path: path5, message, hint }) => ({
    severity: "warning",
    file: document.file,
    ...keyPlace(document, path5),
    code: "not-acted-on",
    message,
    hint
  }));
}

// src/config/schema/schedule.ts
var fallback = strictObject({
  on_failure: _enum(["retry", "fail"]).default("retry").meta({ description: "Accepted; has no effect yet." }),
  max_retries: int().min(0).default(5).meta({ description: "Accepted; has no effect yet." }),
  backoff_sec: int().min(0).default(60).meta({ description: "Accepted; has no effect yet." })
}).optional().meta({
  description: "Accepted; has no effect yet, and `validate` says so. A failed run is repeated by whoever starts runs, and goes on from the checkpoint."
});
var scheduleSchema = discriminatedUnion("type", [
  strictObject({
    type: literal("continuous").meta({ description: "As often as whoever starts runs can." }),
    fallback
  }),
  strictObject({
    type: literal("interval").meta({ description: "At a fixed interval." }),
    every: duration().meta({ description: "The interval: `15m`, `1h`." }),
    fallback
  }),
  strictObject({
    type: literal("manual").meta({ description: "Only when somebody starts a run." }),
    fallback
  })
]).meta({
  description: "How often the pipeline is meant to run. It states an intention: a run is started by a workflow’s cron, a scheduler or a person, drains what is pending, and ends. Default: the set’s own schedule document, else `manual`."
});
var scheduleDocumentSchema = strictObject({ schedule: scheduleSchema }).meta({
  title: "Default schedule",
  description: "The schedule of the set’s pipelines that have none of their own."
});

// src/config/schema/selection.ts
var tableReference = sourceName().max(127).meta({ description: "Table, as `customers` or `public.customers`. Not a glob." });
var tableSelection = strictObject({
  name: sourceName().meta({
    description: "Table name, or a glob over the published tables: `order_*`, `?`, `[ab]`."
  }),
  destination_table: targetName().optional().meta({
    description: "Name of the target table, taken as it stands: prefix and case are not applied. Not with a glob."
  })
});
var schemaSelection = strictObject({
  name: sourceName().meta({ description: "Schema at the source." }),
  tables: array(tableSelection).min(1).optional().meta({
    description: "Tables of the schema. Without it, every published table of the schema is selected."
  })
});
var selectionSchema = strictObject({
  schemas: array(schemaSelection).min(1).meta({ description: "Schemas, and the tables in them." }),
  exclude_columns: array(
    strictObject({
      table: tableReference,
      columns: array(sourceName()).min(1).meta({
        description: "Columns that never reach a staged file, the target, a log or a report. To keep them off the network too, leave them out of the publication."
      })
    })
  ).default([]).meta({ description: "Columns to leave out, table by table." }),
  include_columns: array(
    strictObject({
      table: tableReference,
      columns: array(sourceName()).min(1).meta({ description: "The only columns to take; key columns must be among them." })
    })
  ).default([]).meta({
    description: "The only columns to take, table by table. Not together with `exclude_columns`."
  })
}).meta({ description: "What is read from the source." });

// src/config/schema/databricks.ts
var auth = discriminatedUnion("type", [
  strictObject({
    type: literal("pat").meta({ description: "A personal access token." }),
    token: text().optional().meta({
      description: "The token, best from an environment variable. Default: `DATABRICKS_TOKEN`. Never printed."
    })
  }),
  strictObject({
    type: literal("oauth_m2m").meta({ description: "A service principal with an OAuth secret." }),
    client_id: text().optional().meta({
      description: "Application id of the service principal. Default: `DATABRICKS_CLIENT_ID`."
    }),
    client_secret: text().optional().meta({
      description: "Its secret, best from an environment variable. Default: `DATABRICKS_CLIENT_SECRET`. Never printed."
    })
  }),
  strictObject({
    type: literal("github_oidc").meta({
      description: "The token of the GitHub workflow itself, exchanged by a federation policy: no stored secret. The job needs `permissions: id-token: write`."
    }),
    client_id: text().optional().meta({
      description: "Application id of the service principal that has the policy. Default: `DATABRICKS_CLIENT_ID`; neither for an account-wide policy."
    }),
    audience: text().optional().meta({
      description: "Audience of the token, as the policy has it; usually the Databricks account id. Default: `DATABRICKS_TOKEN_AUDIENCE`, else the one that the workspace names as its own."
    })
  })
]).optional().meta({
  description: "How to log in. Default: what `DATABRICKS_AUTH_TYPE` says (`pat`, `oauth-m2m`, `github-oidc`), else the first of the three for which the environment has what it needs."
});
var databricksSchema = strictObject({
  host: text().optional().meta({
    description: "Host name of the workspace: `adb-1.2.azuredatabricks.net`. Default: `DATABRICKS_HOST`."
  }),
  http_path: text().optional().meta({
    description: "HTTP path of the SQL warehouse: `/sql/1.0/warehouses/…`, from its connection details. Default: `DATABRICKS_HTTP_PATH`, or `DATABRICKS_WAREHOUSE_ID` with the id alone."
  }),
  auth,
  cost_per_hour: number().positive().optional().meta({
    description: "What an hour of the warehouse costs you, by your contract and its size. Reports then reckon what a run’s statements cost. Default: they tell the time only."
  }),
  currency: string().regex(/^[A-Z]{3}$/, { error: "expected a currency code such as `USD` or `EUR`" }).default("USD").meta({ description: "Currency of `cost_per_hour`: a code of three letters." })
}).prefault({}).meta({
  description: "The Databricks workspace and how to log in to it; all of it may come from the environment."
});
var unityCatalogFields = {
  databricks: databricksSchema,
  volume: volumeName().optional().meta({
    description: "Volume that staged files go through: `name` in `state_schema`, `schema.name`, or `catalog.schema.name`. Made if it is missing. Default: `tributary`."
  }),
  table_properties: record(string(), union([string(), number(), boolean()])).default({}).meta({
    description: "Delta table properties of tables that are made from now on, such as `delta.logRetentionDuration: interval 7 days`."
  }),
  clustering: _enum(["key", "auto", "none"]).default("key").meta({
    description: "How new tables are clustered: by the row key’s first four columns, `auto` as Databricks finds best (needs predictive optimization), or not at all."
  }),
  statement_timeout: duration().default("30m").meta({
    description: "How long one statement may take on the warehouse; up to `2d`."
  })
};

// src/config/schema/target.ts
var sharedFields = {
  schema: targetName().meta({ description: "Schema of the target tables; made if it is missing." }),
  state_schema: targetName().optional().meta({
    description: "Schema of the table that keeps the checkpoints. Default: `schema`."
  }),
  table_naming: strictObject({
    prefix: string().max(128).regex(/^[!-\-0-~\u00a1-\uffff]*$/, {
      error: "expected a prefix without periods, slashes and spaces"
    }).default("").meta({ description: "Put before every table name." }),
    case: _enum(["lower", "upper", "preserve"]).default("preserve").meta({ description: "Case of the table name; `preserve` keeps the source’s." })
  }).prefault({}).meta({ description: "How a target table is called that has no `destination_table`." }),
  write_mode: strictObject({
    type: _enum(["merge"]).default("merge").meta({
      description: "`merge` keeps the current rows. `append` (every change) and `scd2` (history) are not supported yet."
    }),
    keys: record(string(), array(sourceName()).min(1)).default({}).meta({
      description: "Row key by table, `orders: [order_id]` or `public.orders: [order_id]`. A table that is not named uses its primary key or replica identity."
    })
  }).prefault({}).meta({ description: "How changes are applied to the target tables." }),
  special_values: literal(["error", "null", null]).default("error").meta({
    description: "What becomes of a value that the target type cannot hold, such as a date of `infinity` or a numeric `NaN`: `error` ends the run, `null` stores NULL and counts it in the report."
  })
};
var targetSchema = discriminatedUnion("type", [
  strictObject({
    type: literal("embedded").meta({ description: "A lakehouse file of your own (DuckDB)." }),
    path: text().default("./lakehouse.duckdb").meta({
      description: "The lakehouse file; relative to the directory of the configuration file. Made if it is missing."
    }),
    catalog: targetName().default("lakehouse").meta({ description: "Name of the catalog in queries." }),
    memory_limit: byteSize().default("1GB").meta({ description: "Memory that DuckDB may use." }),
    ...sharedFields
  }),
  strictObject({
    type: literal("unity_catalog").meta({ description: "Databricks Unity Catalog." }),
    catalog: targetName().meta({ description: "Catalog of the target tables; it has to exist." }),
    ...sharedFields,
    ...unityCatalogFields
  })
]).meta({ description: "Where rows go." });

// src/config/schema/pipeline-document.ts
var pipelineCdcSchema = strictObject({
  ...streamFields,
  initial_load: boolean().default(true).meta({
    description: "Load the rows that a table already has. `false` takes only changes from now on."
  }),
  load_parallelism: int().min(1).max(32).default(2).meta({
    description: "Tables loaded at the same time, each over a connection of its own."
  }),
  include_deleted_rows: boolean().default(false).meta({
    description: "`true` keeps a deleted row in the target and marks it `_deleted`; `false` removes it."
  })
}).meta({
  description: "The change stream. What is said here goes before what the gateway says, and the gateway’s word before a default."
});
var pipelineSourceSchema = strictObject({
  type: _enum(["postgresql"]).default("postgresql").meta({ description: "Kind of the source." }),
  gateway: text().optional().meta({
    description: "Name of the gateway with the connection. Without it, `host` and the rest are given here."
  }),
  ...connectionFields,
  host: connectionFields.host.optional().meta(connectionFields.host.meta() ?? {}),
  mode: _enum(["incremental_cdc"]).default("incremental_cdc").meta({ description: "First load, then changes. There is no other mode." }),
  cdc: pipelineCdcSchema.prefault({})
}).meta({ description: "Where rows come from: a gateway by name, or a connection of the pipeline’s own." });
var limitsSchema = strictObject({
  interval: strictObject({
    max_changes: int().min(1).default(5e6).meta({ description: "Changes after which it is closed." }),
    max_bytes: byteSize().default("1GB").meta({ description: "Bytes of row images after which it is closed." }),
    max_duration: duration().default("10m").meta({ description: "Time after which it is closed." })
  }).prefault({}).meta({
    description: "When an interval is closed, at the next commit, so that its changes are merged and checkpointed."
  }),
  part: strictObject({
    max_bytes: byteSize().default("32MB").meta({ description: "Bytes of row images held in memory." }),
    max_rows: int().min(1).default(1e5).meta({ description: "Rows held in memory." })
  }).prefault({}).meta({
    description: "When what is held in memory is staged. Together they bound the memory of a run."
  }),
  load: strictObject({
    range_rows: int().min(1).default(2e6).meta({ description: "Rows of a key range of a first load or backfill." })
  }).prefault({}).meta({
    description: "How much of a table is loaded at a time. Each range costs a MERGE and a checkpoint; a run that is killed has lost one of each table at most."
  })
}).meta({ description: "Sizes of what a run does at once." });
var notification = discriminatedUnion("type", [
  strictObject({
    type: literal("email").meta({ description: "A mail." }),
    to: text().meta({ description: "Address to write to." })
  }),
  strictObject({
    type: literal("slack").meta({ description: "A message to a Slack channel." }),
    webhook_url: text().meta({
      description: "The channel’s incoming webhook, best from an environment variable. Never printed."
    })
  }),
  strictObject({
    type: literal("webhook").meta({ description: "A POST to an address of your own." }),
    webhook_url: text().meta({
      description: "The address, best from an environment variable. Never printed."
    })
  })
]);
var notificationsSchema = strictObject({
  on_success: array(notification).default([]).meta({ description: "After a run that succeeded." }),
  on_failure: array(notification).default([]).meta({ description: "After a run that failed." })
}).meta({ description: "Who is told about runs. Accepted; nothing is sent yet, and `validate` says so." });
var pipelineDocumentSchema = strictObject({
  pipeline: strictObject({
    name: documentName().meta({
      description: "Name of the pipeline; its checkpoint is kept under it, so a renamed pipeline starts afresh."
    }),
    description: string().optional().meta({ description: "For readers." })
  }).meta({ description: "What the pipeline is called." }),
  source: pipelineSourceSchema,
  selection: selectionSchema,
  target: targetSchema,
  limits: limitsSchema.prefault({}),
  schedule: scheduleSchema.optional(),
  notifications: notificationsSchema.optional()
}).meta({ title: "Pipeline", description: "Which tables go from one source to one target, and how." });

// src/config/pipeline-draft.ts
function draftPipeline(document) {
  const { data, settled, diagnostics } = checkSchema(document, pipelineDocumentSchema);
  const name = valueAt(document.value, ["pipeline", "name"]);
  const draft = {
    document,
    name: typeof name === "string" ? name : void 0,
    source: parseSection(pipelineSourceSchema, settled, "source"),
    selection: parseSection(selectionSchema, settled, "selection"),
    target: parseSection(targetSchema, settled, "target"),
    complete: data
  };
  return { draft, diagnostics };
}
function parseSection(schema, settled, section) {
  const parsed = schema.safeParse(valueAt(settled, [section]));
  return parsed.success ? parsed.data : void 0;
}

// src/config/schema/gateway-document.ts
var gatewayCdcSchema = strictObject({
  enabled: boolean().default(true).meta({
    description: "`false` forbids change data capture through this gateway; its pipelines are then errors."
  }),
  ...streamFields
}).meta({
  description: "The change stream, for the pipelines of this gateway that do not say it themselves."
});
var gatewaySourceSchema = strictObject({
  type: _enum(["postgresql"]).default("postgresql").meta({ description: "Kind of the source." }),
  ...connectionFields
}).meta({ description: "The source database." });
var gatewayDocumentSchema = strictObject({
  gateway: strictObject({
    name: documentName().meta({ description: "Name that pipelines use in `source.gateway`." }),
    region: text().optional().meta({ description: "Where the source runs. For readers; has no effect." }),
    mode: _enum(["self_hosted"]).default("self_hosted").meta({
      description: "Where extraction runs: on your own runner or machine. There is no other mode."
    })
  }).meta({ description: "What the gateway is called." }),
  source: gatewaySourceSchema,
  cdc: gatewayCdcSchema.prefault({}),
  telemetry: strictObject({
    enabled: boolean().default(false).meta({ description: "Accepted; has no effect yet. Nothing is sent anywhere." }),
    log_level: _enum(["debug", "info", "warn", "error"]).default("info").meta({ description: "Accepted; has no effect yet." })
  }).optional().meta({ description: "Accepted; has no effect yet." })
}).meta({ title: "Gateway", description: "One source database, for the pipelines that name it." });

// src/config/config-set.ts
function assembleSet({ documents, fileDiagnostics, workingDirectory }) {
  const diagnostics = [...fileDiagnostics];
  const { sorted, unusable } = sortByKind(documents);
  const isComplete = unusable.length === 0 && fileDiagnostics.every(({ code }) => !HIDES_DOCUMENTS.has(code));
  diagnostics.push(...unusable);
  const gateways = readGateways(sorted.gateway, diagnostics);
  const defaultSchedule = readDefaultSchedule(sorted.schedule, diagnostics);
  const drafts = sorted.pipeline.map((document) => {
    const { draft, diagnostics: found } = draftPipeline(document);
    diagnostics.push(
      ...found,
      ...checkSelection(draft),
      ...checkUnityCatalog(document),
      ...warnNotActedOn(document),
      ...warnOfSecrets(document)
    );
    return draft;
  });
  diagnostics.push(...checkNames("gateway", sorted.gateway), ...checkNames("pipeline", sorted.pipeline));
  const resolved = drafts.map((draft) => {
    const gateway = findGateway(draft, gateways);
    if (isComplete && isUnknownGateway(draft, sorted.gateway)) {
      diagnostics.push(...unknownGateway(draft.document, sorted.gateway));
    }
    diagnostics.push(...checkSource(draft.document, gateway));
    if (gateway === void 0 && isWritten(draft.document, "source", "gateway"))
      return { draft, source: void 0 };
    return { draft, source: resolveSource(draft, gateway, workingDirectory) };
  });
  const sources = resolved.flatMap(
    ({ draft: { document }, source }) => source === void 0 ? [] : [{ document, source }]
  );
  diagnostics.push(...checkSharedSlots(sources), ...checkSharedTargets(drafts, workingDirectory));
  if (isComplete && sorted.pipeline.length === 0) diagnostics.push(...noPipeline(documents));
  const pipelines = resolved.flatMap(
    ({ draft: { document, complete }, source }) => complete === void 0 || source === void 0 || hasError(document, diagnostics) ? [] : [buildPipeline(document, complete, { source, defaultSchedule, workingDirectory })]
  );
  return { pipelines, gateways, drafts, scheduleDocument: sorted.schedule[0], diagnostics };
}
var HIDES_DOCUMENTS = /* @__PURE__ */ new Set([
  "path-missing",
  "file-unreadable",
  "file-not-utf8",
  "file-too-large",
  "yaml-syntax",
  "yaml-too-complex"
]);
function sortByKind(documents) {
  const sorted = { gateway: [], pipeline: [], schedule: [] };
  const unusable = [];
  for (const document of documents) {
    const kind = kindOfDocument(document);
    if (typeof kind === "string") sorted[kind].push(document);
    else unusable.push(kind);
  }
  return { sorted, unusable };
}
function readGateways(documents, diagnostics) {
  return documents.flatMap((document) => {
    const { data, diagnostics: found } = checkSchema(document, gatewayDocumentSchema);
    diagnostics.push(...found, ...warnOfSecrets(document));
    return data === void 0 || hasError(document, diagnostics) ? [] : [{ document, settings: data }];
  });
}
function readDefaultSchedule(documents, diagnostics) {
  const schedules = documents.map((document) => {
    const { data, diagnostics: found } = checkSchema(document, scheduleDocumentSchema);
    diagnostics.push(...found, ...warnNotActedOn(document));
    return data?.schedule;
  });
  diagnostics.push(...checkDefaultSchedules(documents));
  return schedules[0];
}
function findGateway({ document }, gateways) {
  const wanted = valueAt(document.value, ["source", "gateway"]);
  return gateways.find(({ settings }) => settings.gateway.name === wanted);
}
function isUnknownGateway({ document }, gateways) {
  const wanted = valueAt(document.value, ["source", "gateway"]);
  return typeof wanted === "string" && gateways.every((gateway) => valueAt(gateway.value, ["gateway", "name"]) !== wanted);
}
function hasError({ file, firstLine, lastLine }, diagnostics) {
  return diagnostics.some(
    (diagnostic) => diagnostic.severity === "error" && diagnostic.file === file && diagnostic.line >= firstLine && diagnostic.line <= lastLine
  );
}
function noPipeline([first]) {
  if (first === void 0) return [];
  return [
    errorAt(
      first,
      { line: 1, column: 1 },
      "no-pipeline",
      "The files given hold no pipeline.",
      "Give a file with a `pipeline:` document too."
    )
  ];
}

// src/config/lint/allowed-findings.ts
var MARK = /(?:^|\s)#\s*tributary:\s*allow\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*$/;
function withoutAllowed(diagnostics, texts) {
  const lines = new Map(
    [...texts].filter(([, text2]) => text2.includes("tributary:")).map(([file, text2]) => [file, text2.split(/\r\n|\n|\r/)])
  );
  return diagnostics.filter(({ severity, file, line, code }) => {
    const found = lines.get(file);
    if (severity === "error" || found === void 0) return true;
    const above = found[line - 2] ?? "";
    return ![found[line - 1] ?? "", above.trim().startsWith("#") ? above : ""].flatMap(allowedCodes).includes(code);
  });
}
function allowedCodes(line) {
  const [, codes = ""] = MARK.exec(line) ?? [];
  return codes.split(",").map((code) => code.trim());
}

// src/config/lint/incomplete-keys.ts
var MAX_NAMED = 3;
function noteIncompleteKeys({ document, selection, target }) {
  if (selection === void 0 || target === void 0) return [];
  const keyed = Object.keys(target.write_mode.keys);
  const listed = selection.schemas.flatMap(
    ({ name: schema, tables = [] }, schemaIndex) => tables.map(({ name }, index) => ({
      name,
      full: `${schema}.${name}`,
      path: ["selection", "schemas", schemaIndex, "tables", index, "name"]
    })).filter(({ name }) => !isGlob(name))
  );
  const bare = listed.filter(
    ({ name, full }) => !keyed.some((table) => table === full || meanSameTable(selection, table, name))
  );
  const isShowable2 = ({ path: path5 }) => isKnown(document, path5) && (document.located.get(pathKey(path5))?.variables.length ?? 0) === 0;
  if (bare.length === 0 || bare.length * 2 > listed.length || !bare.every(isShowable2)) return [];
  const named = bare.slice(0, MAX_NAMED).map(({ name }) => `\`${name}\``);
  const more = bare.length > MAX_NAMED ? [`${bare.length - MAX_NAMED} more`] : [];
  return [
    adviceAt(document, keyPlace(document, ["target", "write_mode", "keys"]), {
      severity: "notice",
      code: "keys-incomplete",
      message: `The other tables that are listed have a row key here; ${listWords2([...named, ...more])} ${bare.length === 1 ? "has" : "have"} none.`,
      hint: "That is right where the table has a primary key or a replica identity index; otherwise add its key."
    })
  ];
}
function listWords2(words) {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

// src/config/lint/pipeline-starts.ts
import path3 from "node:path";

// node_modules/croner/dist/croner.js
function g(s3, e, t, n = 0, r = 0, a = 0, i = 0) {
  let o = s3 >= 0 && s3 < 100, u = Date.UTC(o ? s3 + 400 : s3, e, t, n, r, a, i);
  return o ? u - 126227808e5 : u;
}
function D(s3) {
  return g(s3.y, s3.m - 1, s3.d, s3.h, s3.i, s3.s);
}
function w(s3, e) {
  return s3.y === e.y && s3.m === e.m && s3.d === e.d && s3.h === e.h && s3.i === e.i && s3.s === e.s;
}
function O(s3) {
  let e = s3.substring(9);
  return e.includes("Z") || e.includes("+") || e.includes("-");
}
function Z(s3, e) {
  let t = new Date(Date.parse(s3));
  if (isNaN(t)) throw new Error("Invalid ISO8601 passed to timezone parser.");
  return O(s3) ? { tp: T(t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate(), t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds(), "Etc/UTC"), ms: t.getUTCMilliseconds() } : { tp: T(t.getFullYear(), t.getMonth() + 1, t.getDate(), t.getHours(), t.getMinutes(), t.getSeconds(), e), ms: t.getMilliseconds() };
}
function v(s3, e, t) {
  let { tp: n, ms: r } = Z(s3, e);
  return new Date(N(n, t).getTime() + r);
}
function N(s3, e) {
  let t = _(s3);
  if (t.kind === "single") return t.date;
  if (t.kind === "ambiguous") return t.earlier;
  if (e) throw new Error("Invalid date passed to fromTZ()");
  return t.after;
}
function _(s3) {
  let e = D(s3), t = (i) => R(new Date(i), s3.tz), n = e - t(e), r = y(new Date(n), s3.tz);
  if (w(r, s3)) {
    let i = D(r) - n, o = n - (t(n - E) - i);
    if (o < n && w(y(new Date(o), s3.tz), s3)) return { kind: "ambiguous", earlier: new Date(o), later: new Date(n) };
    let u = n + (i - t(n + E));
    return u > n && w(y(new Date(u), s3.tz), s3) ? { kind: "ambiguous", earlier: new Date(n), later: new Date(u) } : { kind: "single", date: new Date(n) };
  }
  let a = e - (D(r) - n);
  return w(y(new Date(a), s3.tz), s3) ? { kind: "single", date: new Date(a) } : { kind: "gap", before: new Date(Math.min(n, a)), after: new Date(Math.max(n, a)) };
}
var E = 3 * 36e5;
function R(s3, e) {
  return D(y(s3, e)) - (s3.getTime() - s3.getUTCMilliseconds());
}
function k(s3, e, t) {
  let n = R(new Date(s3), t);
  for (; e - s3 > 1e3; ) {
    let r = s3 + Math.floor((e - s3) / 2e3) * 1e3;
    R(new Date(r), t) === n ? s3 = r : e = r;
  }
  return e;
}
function U(s3, e) {
  let t = _(y(new Date(s3), e));
  if (t.kind === "ambiguous") return s3 < t.later.getTime() ? "earlier" : "later";
}
var H = g(1, 0, 1);
var S = 864e5;
var W = /* @__PURE__ */ new Map();
function y(s3, e) {
  if (e === void 0) return T(s3.getFullYear(), s3.getMonth() + 1, s3.getDate(), s3.getHours(), s3.getMinutes(), s3.getSeconds());
  let t = W.get(e), n;
  try {
    t || (t = new Intl.DateTimeFormat("en-US", { timeZone: e, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hour12: false }), W.set(e, t)), n = t.formatToParts(s3);
  } catch (i) {
    let o = i instanceof Error ? i.message : String(i);
    throw new RangeError(`toTZ: Invalid timezone '${e}' or date. Please provide a valid IANA timezone (e.g., 'America/New_York', 'Europe/Stockholm'). Original error: ${o}`);
  }
  let r = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (let i of n) (i.type === "year" || i.type === "month" || i.type === "day" || i.type === "hour" || i.type === "minute" || i.type === "second") && (r[i.type] = parseInt(i.value, 10));
  if (isNaN(r.year) || isNaN(r.month) || isNaN(r.day) || isNaN(r.hour) || isNaN(r.minute) || isNaN(r.second)) throw new Error(`toTZ: Failed to parse all date components from timezone '${e}'. This may indicate an invalid date or timezone configuration. Parsed components: ${JSON.stringify(r)}`);
  let a = s3.getTime() - H;
  return (a < -S || a < S && r.month === 12) && (r.year = 1 - r.year), r.hour === 24 && (r.hour = 0), { y: r.year, m: r.month, d: r.day, h: r.hour, i: r.minute, s: r.second, tz: e };
}
function T(s3, e, t, n, r, a, i) {
  return { y: s3, m: e, d: t, h: n, i: r, s: a, tz: i };
}
var x = [1, 2, 4, 8, 16];
var C = class s {
  pattern;
  timezone;
  mode;
  alternativeWeekdays;
  sloppyRanges;
  fixedTimeRule;
  second;
  minute;
  hour;
  day;
  month;
  dayOfWeek;
  year;
  lastDayOfMonth;
  lastWeekday;
  nearestWeekdays;
  starDOM;
  starDOW;
  starYear;
  useAndLogic;
  isFixedTime;
  constructor(e, t, n) {
    this.pattern = e, this.timezone = t, this.mode = n?.mode ?? "auto", this.alternativeWeekdays = n?.alternativeWeekdays ?? false, this.sloppyRanges = n?.sloppyRanges ?? false, this.fixedTimeRule = n?.fixedTimeRule ?? "single-value", this.second = Array(60).fill(0), this.minute = Array(60).fill(0), this.hour = Array(24).fill(0), this.day = Array(31).fill(0), this.month = Array(12).fill(0), this.dayOfWeek = Array(7).fill(0), this.year = [], this.lastDayOfMonth = false, this.lastWeekday = false, this.nearestWeekdays = Array(31).fill(0), this.starDOM = false, this.starDOW = false, this.starYear = false, this.useAndLogic = false, this.isFixedTime = false, this.parse();
  }
  parse() {
    if (!(typeof this.pattern == "string" || this.pattern instanceof String)) throw new TypeError("CronPattern: Pattern has to be of type string.");
    this.pattern.indexOf("@") >= 0 && (this.pattern = this.handleNicknames(this.pattern).trim());
    let e = this.pattern.match(/\S+/g) || [""], t = e.length;
    if (e.length < 5 || e.length > 7) throw new TypeError("CronPattern: invalid configuration format ('" + this.pattern + "'), exactly five, six, or seven space separated parts are required.");
    if (this.mode !== "auto") {
      let i;
      switch (this.mode) {
        case "5-part":
          i = 5;
          break;
        case "6-part":
          i = 6;
          break;
        case "7-part":
          i = 7;
          break;
        case "5-or-6-parts":
          i = [5, 6];
          break;
        case "6-or-7-parts":
          i = [6, 7];
          break;
        default:
          i = 0;
      }
      if (!(Array.isArray(i) ? i.includes(t) : t === i)) {
        let u = Array.isArray(i) ? i.join(" or ") : i.toString();
        throw new TypeError(`CronPattern: mode '${this.mode}' requires exactly ${u} parts, but pattern '${this.pattern}' has ${t} parts.`);
      }
    }
    if (e.length === 5 && e.unshift("0"), e.length === 6 && e.push("*"), this.pattern.indexOf("?") >= 0) for (let i = 0; i < e.length; i++) e[i] = e[i].replace(/\?/g, "*");
    if (e[3].toUpperCase() === "LW") this.lastWeekday = true, e[3] = "";
    else if (e[3].toUpperCase().indexOf("L") >= 0) {
      let i = e[3].split(",");
      if (i.length > 1 && i.some((o) => o.toUpperCase() === "LW")) throw new TypeError(`CronPattern: Syntax error, LW can not be in a list in day-of-month ('${e[3]}').`);
      if (i.some((o) => o === "" || o.toUpperCase() !== "L" && /l/i.test(o))) throw new TypeError("CronPattern: Syntax error, L has to be a value of its own in day-of-month ('" + e[3] + "').");
      e[3] = i.filter((o) => o.toUpperCase() !== "L").join(","), this.lastDayOfMonth = true;
    }
    if (e[3] == "*" && (this.starDOM = true), e[6] == "*" && (this.starYear = true), e[4].length >= 3 && (e[4] = this.replaceAlpha(e[4], s.MONTH_NAMES)), e[5].length >= 3 && (e[5] = this.alternativeWeekdays ? this.replaceAlpha(e[5], s.DAY_NAMES_QUARTZ) : this.replaceAlpha(e[5], s.DAY_NAMES)), e[5].startsWith("+") && (this.useAndLogic = true, e[5] = e[5].substring(1), e[5] === "")) throw new TypeError("CronPattern: Day-of-week field cannot be empty after '+' modifier.");
    switch (e[5] == "*" && (this.starDOW = true), this.mode) {
      case "5-part":
        e[0] = "0", e[6] = "*";
        break;
      case "6-part":
        e[6] = "*";
        break;
      case "5-or-6-parts":
        e[6] = "*";
        break;
      case "6-or-7-parts":
        break;
      case "7-part":
      case "auto":
        break;
    }
    this.throwAtIllegalCharacters(e), this.partToArray("second", e[0], 0, 1), this.partToArray("minute", e[1], 0, 1), this.partToArray("hour", e[2], 0, 1), this.partToArray("day", e[3], -1, 1), this.partToArray("month", e[4], -1, 1);
    let n = this.alternativeWeekdays ? -1 : 0;
    this.partToArray("dayOfWeek", e[5], n, 63), e[6] === "*" ? this.year = Array(1e4).fill(1) : (this.year = Array(1e4).fill(0), this.partToArray("year", e[6], 0, 1)), !this.alternativeWeekdays && this.dayOfWeek[7] && (this.dayOfWeek[0] = this.dayOfWeek[7]);
    let r = this.fixedTimeRule === "single-value", a = (i, o) => !i.includes("*") && !i.includes("/") && (!r || o.filter((u) => u).length === 1);
    this.isFixedTime = a(e[0], this.second) && a(e[1], this.minute) && a(e[2], this.hour);
  }
  partToArray(e, t, n, r) {
    let a = this[e];
    if (t === "" && !(e === "day" && (this.lastDayOfMonth || this.lastWeekday))) throw new TypeError("CronPattern: configuration entry " + e + " (" + t + ") is empty, check for trailing spaces.");
    if (t === "*") return a.fill(r);
    let i = t.split(",");
    if (i.length > 1) for (let o of i) this.partToArray(e, o, n, r);
    else t.includes("-") && t.includes("/") ? this.handleRangeWithStepping(t, e, n, r) : t.includes("-") ? this.handleRange(t, e, n, r) : t.includes("/") ? this.handleStepping(t, e, n, r) : t !== "" && this.handleNumber(t, e, n, r);
  }
  throwAtIllegalCharacters(e) {
    for (let t = 0; t < e.length; t++) if ((t === 3 ? /[^/*0-9,\-WwLl]+/ : t === 5 ? /[^/*0-9,\-#Ll]+/ : /[^/*0-9,\-]+/).test(e[t])) throw new TypeError("CronPattern: configuration entry " + t + " (" + e[t] + ") contains illegal characters.");
  }
  handleNumber(e, t, n, r) {
    let a = this.extractNth(e, t), i = e.toUpperCase().includes("W");
    if (t !== "day" && i) throw new TypeError("CronPattern: Nearest weekday modifier (W) only allowed in day-of-month.");
    i && (t = "nearestWeekdays");
    let o = i ? a[0].replace(/W$/i, "") : a[0], u = s.toNumber(o) + n;
    if (isNaN(u)) throw new TypeError("CronPattern: " + t + " is not a number: '" + e + "'");
    this.setPart(t, u, a[1] || r);
  }
  setPart(e, t, n) {
    if (!Object.prototype.hasOwnProperty.call(this, e)) throw new TypeError("CronPattern: Invalid part specified: " + e);
    if (e === "dayOfWeek") {
      if (t === 7 && (t = 0), t < 0 || t > 6) throw new RangeError("CronPattern: Invalid value for dayOfWeek: " + t);
      this.setNthWeekdayOfMonth(t, n);
      return;
    }
    if (e === "second" || e === "minute") {
      if (t < 0 || t >= 60) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
    } else if (e === "hour") {
      if (t < 0 || t >= 24) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
    } else if (e === "day" || e === "nearestWeekdays") {
      if (t < 0 || t >= 31) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
    } else if (e === "month") {
      if (t < 0 || t >= 12) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t);
    } else if (e === "year" && (t < 1 || t >= 1e4)) throw new RangeError("CronPattern: Invalid value for " + e + ": " + t + " (supported range: 1-9999)");
    this[e][t] = n;
  }
  static toNumber(e) {
    return /^\d+$/.test(e) ? parseInt(e, 10) : NaN;
  }
  validateNotNaN(e, t) {
    if (isNaN(e)) throw new TypeError(t);
  }
  validateRange(e, t, n, r, a) {
    if (e > t) throw new TypeError("CronPattern: From value is larger than to value: '" + a + "'");
    if (n !== void 0) {
      if (n === 0) throw new TypeError("CronPattern: Syntax error, illegal stepping: 0");
      if (n > this[r].length) throw new TypeError("CronPattern: Syntax error, steps cannot be greater than maximum value of part (" + this[r].length + ")");
    }
  }
  handleRangeWithStepping(e, t, n, r) {
    if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in ranges with stepping.");
    let a = this.extractNth(e, t), i = a[0].match(/^(\d+)-(\d+)\/(\d+)$/);
    if (i === null) throw new TypeError("CronPattern: Syntax error, illegal range with stepping: '" + e + "'");
    let [, o, u, l] = i, h = parseInt(o, 10) + n, m = parseInt(u, 10) + n, d = parseInt(l, 10);
    this.validateNotNaN(h, "CronPattern: Syntax error, illegal lower range (NaN)"), this.validateNotNaN(m, "CronPattern: Syntax error, illegal upper range (NaN)"), this.validateNotNaN(d, "CronPattern: Syntax error, illegal stepping: (NaN)"), this.validateRange(h, m, d, t, e);
    for (let p = h; p <= m; p += d) this.setPart(t, p, a[1] || r);
  }
  extractNth(e, t) {
    let n = e, r;
    if (n.includes("#")) {
      if (t !== "dayOfWeek") throw new Error("CronPattern: nth (#) only allowed in day-of-week field");
      let a = n.split("#");
      if (a.length !== 2 || a[1] === "") throw new TypeError("CronPattern: Syntax error, illegal nth weekday: '" + e + "'");
      n = a[0], r = a[1];
    } else if (n.toUpperCase().endsWith("L")) {
      if (t !== "dayOfWeek") throw new Error("CronPattern: L modifier only allowed in day-of-week field (use L alone for day-of-month)");
      r = "L", n = n.slice(0, -1);
    }
    return [n, r];
  }
  handleRange(e, t, n, r) {
    if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in a range.");
    let a = this.extractNth(e, t), i = a[0].split("-");
    if (i.length !== 2) throw new TypeError("CronPattern: Syntax error, illegal range: '" + e + "'");
    let o = s.toNumber(i[0]) + n, u = s.toNumber(i[1]) + n;
    this.validateNotNaN(o, "CronPattern: Syntax error, illegal lower range (NaN)"), this.validateNotNaN(u, "CronPattern: Syntax error, illegal upper range (NaN)"), this.validateRange(o, u, void 0, t, e);
    for (let l = o; l <= u; l++) this.setPart(t, l, a[1] || r);
  }
  handleStepping(e, t, n, r) {
    if (e.toUpperCase().includes("W")) throw new TypeError("CronPattern: Syntax error, W is not allowed in parts with stepping.");
    let a = this.extractNth(e, t), i = a[0].split("/");
    if (i.length !== 2) throw new TypeError("CronPattern: Syntax error, illegal stepping: '" + e + "'");
    if (this.sloppyRanges) i[0] === "" && (i[0] = "*");
    else {
      if (i[0] === "") throw new TypeError("CronPattern: Syntax error, stepping with missing prefix ('" + e + "') is not allowed. Use wildcard (*/step) or range (min-max/step) instead.");
      if (i[0] !== "*") throw new TypeError("CronPattern: Syntax error, stepping with numeric prefix ('" + e + "') is not allowed. Use wildcard (*/step) or range (min-max/step) instead.");
    }
    let o = 0;
    i[0] !== "*" && (o = s.toNumber(i[0]) + n, this.validateNotNaN(o, "CronPattern: Syntax error, illegal stepping start (NaN)"));
    let u = s.toNumber(i[1]);
    this.validateNotNaN(u, "CronPattern: Syntax error, illegal stepping: (NaN)"), this.validateRange(0, this[t].length - 1, u, t, e);
    for (let l = o; l < this[t].length; l += u) t === "year" && l === 0 || this.setPart(t, l, a[1] || r);
  }
  replaceAlpha(e, t) {
    let n = e;
    for (let [r, a] of Object.entries(t)) n = n.replace(new RegExp(r, "gi"), (i, o, u) => {
      let l = o + i.length - 3, h = u.charAt(l - 1), m = u.charAt(l + 3);
      if (/[a-z\d/#]/i.test(h) || /[a-km-z\d]/i.test(m)) throw new TypeError(`CronPattern: Syntax error, a month or day name has to stand alone ('${e}').`);
      return a;
    });
    return n;
  }
  static DAY_NAMES = { "-sun": "-7", sun: "0", mon: "1", tue: "2", wed: "3", thu: "4", fri: "5", sat: "6" };
  static DAY_NAMES_QUARTZ = { sun: "1", mon: "2", tue: "3", wed: "4", thu: "5", fri: "6", sat: "7" };
  static MONTH_NAMES = { jan: "1", feb: "2", mar: "3", apr: "4", may: "5", jun: "6", jul: "7", aug: "8", sep: "9", oct: "10", nov: "11", dec: "12" };
  static NICKNAME_MAP = { "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * SUN", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *" };
  handleNicknames(e) {
    let t = e.trim().toLowerCase();
    if (t === "@reboot") throw new TypeError("CronPattern: @reboot is not supported in this environment. This is an event-based trigger that requires system startup detection.");
    return s.NICKNAME_MAP[t] || e;
  }
  setNthWeekdayOfMonth(e, t) {
    if (typeof t != "number" && t.toUpperCase() === "L") this.dayOfWeek[e] = this.dayOfWeek[e] | 32;
    else if (t === 63) this.dayOfWeek[e] = 63;
    else if (t < 6 && t > 0) this.dayOfWeek[e] = this.dayOfWeek[e] | x[t - 1];
    else throw new TypeError(`CronPattern: nth weekday out of range, should be 1-5 or L. Value: ${t}, Type: ${typeof t}`);
  }
};
var B = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
var f = [["month", "year", 0], ["day", "month", -1], ["hour", "day", 0], ["minute", "hour", 0], ["second", "minute", 0]];
var c = class s2 {
  tz;
  instantMs;
  instantFields;
  ms;
  second;
  minute;
  hour;
  day;
  month;
  year;
  constructor(e, t) {
    if (this.tz = t, e && e instanceof Date) if (!isNaN(e)) this.fromDate(e);
    else throw new TypeError("CronDate: Invalid date passed to CronDate constructor");
    else if (e == null) this.fromDate(/* @__PURE__ */ new Date());
    else if (e && typeof e == "string") this.fromString(e);
    else if (e instanceof s2) this.fromCronDate(e);
    else throw new TypeError("CronDate: Invalid type (" + typeof e + ") passed to CronDate constructor");
  }
  getLastDayOfMonth(e, t) {
    return t !== 1 ? B[t] : new Date(g(e, t + 1, 0)).getUTCDate();
  }
  getLastWeekday(e, t) {
    let n = this.getLastDayOfMonth(e, t), a = new Date(g(e, t, n)).getUTCDay();
    return a === 0 ? n - 2 : a === 6 ? n - 1 : n;
  }
  getNearestWeekday(e, t, n) {
    let r = this.getLastDayOfMonth(e, t);
    if (n > r) return -1;
    let i = new Date(g(e, t, n)).getUTCDay();
    return i === 0 ? n === r ? n - 2 : n + 1 : i === 6 ? n === 1 ? n + 2 : n - 1 : n;
  }
  isNthWeekdayOfMonth(e, t, n, r) {
    let i = new Date(g(e, t, n)).getUTCDay(), o = 0;
    for (let u = 1; u <= n; u++) new Date(g(e, t, u)).getUTCDay() === i && o++;
    if (r & 63 && x[o - 1] & r) return true;
    if (r & 32) {
      let u = this.getLastDayOfMonth(e, t);
      for (let l = n + 1; l <= u; l++) if (new Date(g(e, t, l)).getUTCDay() === i) return false;
      return true;
    }
    return false;
  }
  fromDate(e) {
    if (this.tz !== void 0) if (typeof this.tz == "number") this.ms = e.getUTCMilliseconds(), this.second = e.getUTCSeconds(), this.minute = e.getUTCMinutes() + this.tz, this.hour = e.getUTCHours(), this.day = e.getUTCDate(), this.month = e.getUTCMonth(), this.year = e.getUTCFullYear(), this.apply();
    else try {
      let t = y(e, this.tz);
      this.ms = e.getMilliseconds(), this.second = t.s, this.minute = t.i, this.hour = t.h, this.day = t.d, this.month = t.m - 1, this.year = t.y, this.cacheInstant(e.getTime() - this.ms);
    } catch (t) {
      let n = t instanceof Error ? t.message : String(t);
      throw new TypeError(`CronDate: Failed to convert date to timezone '${this.tz}'. This may happen with invalid timezone names or dates. Original error: ${n}`);
    }
    else this.ms = e.getMilliseconds(), this.second = e.getSeconds(), this.minute = e.getMinutes(), this.hour = e.getHours(), this.day = e.getDate(), this.month = e.getMonth(), this.year = e.getFullYear(), this.cacheInstant(e.getTime() - this.ms);
  }
  cacheInstant(e) {
    this.instantMs = e;
    let { year: t, month: n, day: r, hour: a, minute: i, second: o } = this;
    this.instantFields = [t, n, r, a, i, o, this.tz];
  }
  cachedInstant() {
    let e = this.instantFields;
    if (!(e === void 0 || e[6] !== this.tz) && !(e[5] !== this.second || e[4] !== this.minute || e[3] !== this.hour) && !(e[2] !== this.day || e[1] !== this.month || e[0] !== this.year)) return this.instantMs;
  }
  fromCronDate(e) {
    this.tz = e.tz, this.year = e.year, this.month = e.month, this.day = e.day, this.hour = e.hour, this.minute = e.minute, this.second = e.second, this.ms = e.ms, this.instantMs = e.instantMs, this.instantFields = e.instantFields;
  }
  apply() {
    if (this.month > 11 || this.month < 0 || this.day > this.getLastDayOfMonth(this.year, this.month) || this.day < 1 || this.hour > 23 || this.minute > 59 || this.second > 59 || this.hour < 0 || this.minute < 0 || this.second < 0) {
      let e = /* @__PURE__ */ new Date(0);
      return e.setUTCFullYear(this.year, this.month, this.day), e.setUTCHours(this.hour, this.minute, this.second, this.ms), this.ms = e.getUTCMilliseconds(), this.second = e.getUTCSeconds(), this.minute = e.getUTCMinutes(), this.hour = e.getUTCHours(), this.day = e.getUTCDate(), this.month = e.getUTCMonth(), this.year = e.getUTCFullYear(), true;
    } else return false;
  }
  fromString(e) {
    if (typeof this.tz == "number") {
      if (O(e)) return this.fromDate(v(e));
      let t = v(e, "Etc/UTC");
      this.ms = t.getUTCMilliseconds(), this.second = t.getUTCSeconds(), this.minute = t.getUTCMinutes(), this.hour = t.getUTCHours(), this.day = t.getUTCDate(), this.month = t.getUTCMonth(), this.year = t.getUTCFullYear(), this.apply();
    } else return this.fromDate(v(e, this.tz));
  }
  findNext(e, t, n, r) {
    return this._findMatch(e, t, n, r, 1);
  }
  _matchDayValue(e, t, n, r) {
    let a = e;
    if (!a) {
      for (let i = 0; i < n.nearestWeekdays.length; i++) if (n.nearestWeekdays[i]) {
        let o = this.getNearestWeekday(this.year, this.month, i + 1);
        if (o !== -1 && o === t) {
          a = 1;
          break;
        }
      }
    }
    if (n.lastWeekday) {
      let i = this.getLastWeekday(this.year, this.month);
      t === i && (a = 1);
    }
    if (n.lastDayOfMonth) {
      let i = this.getLastDayOfMonth(this.year, this.month);
      t === i && (a = 1);
    }
    if (!n.starDOW) {
      let i = new Date(g(this.year, this.month, 1, 0, 0, 0, 0)).getUTCDay(), o = n.dayOfWeek[(i + (t - 1)) % 7];
      o && o & 63 && (o = this.isNthWeekdayOfMonth(this.year, this.month, t, o) ? 1 : 0), n.useAndLogic ? a = a && o : !r.domAndDow && !n.starDOM ? a = a || o : a = a && o;
    }
    return a;
  }
  _findMatch(e, t, n, r, a) {
    let i = this[t], o = t === "day" ? this.getLastDayOfMonth(this.year, this.month) : 0, u = this[t] + r, l = a === 1 ? (h) => h < n[t].length : (h) => h >= 0;
    for (let h = u; l(h); h += a) {
      let m = n[t][h];
      if (t === "day") {
        if (h - r > o) continue;
        m = this._matchDayValue(m, h - r, n, e);
      }
      if (m) return this[t] = h - r, i !== this[t] ? 2 : 1;
    }
    return 3;
  }
  recurse(e, t, n) {
    let r = this.year, a = n;
    for (; typeof a == "number"; ) {
      if (e.starYear && Math.abs(this.year - r) > 400) return null;
      a = this.recurseStep(e, t, a);
    }
    return a;
  }
  recurseStep(e, t, n) {
    if (n === 0 && !e.starYear) {
      if (this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0) {
        let a = -1;
        for (let i = this.year + 1; i < e.year.length && i < 1e4; i++) if (e.year[i] === 1) {
          a = i;
          break;
        }
        if (a === -1) return null;
        this.year = a, this.month = 0, this.day = 1, this.hour = 0, this.minute = 0, this.second = 0, this.ms = 0;
      }
      if (this.year >= 1e4) return null;
    }
    let r = this.findNext(t, f[n][0], e, f[n][2]);
    if (r > 1) {
      let a = n + 1;
      for (; a < f.length; ) this[f[a][0]] = -f[a][2], a++;
      if (r === 3) {
        if (this[f[n][1]]++, this[f[n][0]] = -f[n][2], this.apply(), n === 0 && !e.starYear) {
          for (; this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0 && this.year < 1e4; ) this.year++;
          if (this.year >= 1e4 || this.year >= e.year.length) return null;
        }
        return 0;
      } else if (this.apply()) return n - 1;
    }
    return n += 1, n >= f.length ? this : (e.starYear ? this.year >= 3e3 : this.year >= 1e4) ? null : n;
  }
  increment(e, t, n) {
    return this.instantMs = void 0, this.instantFields = void 0, this.second += t.interval !== void 0 && t.interval > 1 && n ? t.interval : 1, this.ms = 0, this.apply(), this.recurse(e, t, 0);
  }
  decrement(e, t, n = true) {
    this.instantMs = void 0, this.instantFields = void 0;
    let r = t.interval !== void 0 && t.interval >= 1;
    return (this.ms === 0 || r) && (this.second -= r && n ? t.interval : 1), this.ms = 0, this.apply(), this.year < 1 ? null : this.recurseBackward(e, t, 0);
  }
  recurseBackward(e, t, n) {
    let r = this.year, a = n;
    for (; typeof a == "number"; ) {
      if (e.starYear && Math.abs(this.year - r) > 400) return null;
      a = this.recurseBackwardStep(e, t, a);
    }
    return a;
  }
  recurseBackwardStep(e, t, n) {
    if (n === 0 && !e.starYear) {
      if (this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0) {
        let a = -1;
        for (let i = this.year - 1; i >= 0; i--) if (e.year[i] === 1) {
          a = i;
          break;
        }
        if (a === -1) return null;
        this.year = a, this.month = 11, this.day = 31, this.hour = 23, this.minute = 59, this.second = 59, this.ms = 0;
      }
      if (this.year < 1) return null;
    }
    let r = this.findPrevious(t, f[n][0], e, f[n][2]);
    if (r > 1) {
      let a = n + 1;
      for (; a < f.length; ) {
        let i = f[a][0], o = f[a][2], u = this.getMaxPatternValue(i, e, o);
        this[i] = u, a++;
      }
      if (r === 3) {
        if (this[f[n][1]]--, n === 0) {
          let u = this.getLastDayOfMonth(this.year, this.month);
          this.day > u && (this.day = u);
        }
        if (n === 1) if (this.day <= 0) this.day = 1;
        else {
          let u = this.year, l = this.month;
          for (; l < 0; ) l += 12, u--;
          for (; l > 11; ) l -= 12, u++;
          let h = this.getLastDayOfMonth(u, l);
          this.day > h && (this.day = h);
        }
        this.apply();
        let i = f[n][0], o = f[n][2];
        if (this[i] = this.getMaxPatternValue(i, e, o), this.apply(), n === 0) {
          let u = f[1][2], l = this.getMaxPatternValue("day", e, u);
          l !== this.day && (this.day = l, this.hour = this.getMaxPatternValue("hour", e, f[2][2]), this.minute = this.getMaxPatternValue("minute", e, f[3][2]), this.second = this.getMaxPatternValue("second", e, f[4][2]));
        }
        if (n === 0 && !e.starYear) {
          for (; this.year >= 0 && this.year < e.year.length && e.year[this.year] === 0; ) this.year--;
          if (this.year < 1) return null;
        }
        return 0;
      } else if (this.apply()) return n - 1;
    }
    return n += 1, n >= f.length ? this : this.year < 1 ? null : n;
  }
  getMaxPatternValue(e, t, n) {
    let r = t[e].length - 1 - n;
    for (let a = t[e].length - 1; a >= 0; a--) if (t[e][a]) {
      r = a - n;
      break;
    }
    if (e === "day") {
      let a = this.getLastDayOfMonth(this.year, this.month);
      return t.lastWeekday || t.nearestWeekdays.some((i) => i) || t.lastDayOfMonth || !t.starDOW ? a : Math.min(r, a);
    }
    return r;
  }
  findPrevious(e, t, n, r) {
    return this._findMatch(e, t, n, r, -1);
  }
  getDate(e) {
    if (!e && typeof this.tz != "number") {
      let t = this.cachedInstant();
      if (t !== void 0) return new Date(t + (this.tz === void 0 ? this.ms : 0));
    }
    if (e || this.tz === void 0) {
      if (this.year >= 0 && this.year < 100) {
        let t = /* @__PURE__ */ new Date(0);
        return t.setFullYear(this.year, this.month, this.day), t.setHours(this.hour, this.minute, this.second, this.ms), t;
      }
      return new Date(this.year, this.month, this.day, this.hour, this.minute, this.second, this.ms);
    } else return typeof this.tz == "number" ? new Date(g(this.year, this.month, this.day, this.hour, this.minute - this.tz, this.second, this.ms)) : N(T(this.year, this.month + 1, this.day, this.hour, this.minute, this.second, this.tz), false);
  }
  getTime() {
    return this.getDate(false).getTime();
  }
  match(e, t) {
    if (!e.starYear && (this.year < 0 || this.year >= e.year.length || e.year[this.year] === 0)) return false;
    for (let n = 0; n < f.length; n++) {
      let r = f[n][0], a = f[n][2], i = this[r];
      if (i + a < 0 || i + a >= e[r].length) return false;
      let o = e[r][i + a];
      if (r === "day" && (o = this._matchDayValue(o, i, e, t)), !o) return false;
    }
    return true;
  }
};
function F(s3) {
  s3 === void 0 && (s3 = {}), delete s3.name, s3.legacyMode !== void 0 && s3.domAndDow === void 0 ? s3.domAndDow = !s3.legacyMode : s3.domAndDow === void 0 && (s3.domAndDow = false), s3.legacyMode = !s3.domAndDow;
  let e = (n, r) => n === void 0 ? r : n;
  if (s3.paused = e(s3.paused, false), s3.maxRuns = e(s3.maxRuns, 1 / 0), s3.catch = e(s3.catch, false), s3.unref = e(s3.unref, false), s3.mode = e(s3.mode, "auto"), s3.alternativeWeekdays = e(s3.alternativeWeekdays, false), s3.sloppyRanges = e(s3.sloppyRanges, false), s3.fixedTimeRule = e(s3.fixedTimeRule, "single-value"), s3.allowPast = e(s3.allowPast, false), s3.interval = s3.interval === void 0 ? 0 : parseInt(s3.interval.toString(), 10), s3.utcOffset = s3.utcOffset === void 0 ? void 0 : parseInt(s3.utcOffset.toString(), 10), s3.dayOffset = s3.dayOffset === void 0 ? 0 : parseInt(s3.dayOffset.toString(), 10), !["auto", "5-part", "6-part", "7-part", "5-or-6-parts", "6-or-7-parts"].includes(s3.mode)) throw new Error("CronOptions: mode must be one of 'auto', '5-part', '6-part', '7-part', '5-or-6-parts', or '6-or-7-parts'.");
  if (!["single-value", "no-wildcard"].includes(s3.fixedTimeRule)) throw new Error("CronOptions: fixedTimeRule must be one of 'single-value' or 'no-wildcard'.");
  s3.timezone === "" && (s3.timezone = void 0);
  let t = s3.timezone ?? s3.utcOffset;
  if (s3.startAt && (s3.startAt = I(new c(s3.startAt, t))), s3.stopAt && (s3.stopAt = I(new c(s3.stopAt, t))), s3.interval !== null) {
    if (isNaN(s3.interval)) throw new Error("CronOptions: Supplied value for interval is not a number");
    if (s3.interval < 0) throw new Error("CronOptions: Supplied value for interval can not be negative");
  }
  if (s3.utcOffset !== void 0) {
    if (isNaN(s3.utcOffset)) throw new Error("CronOptions: Invalid value passed for utcOffset, should be number representing minutes offset from UTC.");
    if (s3.utcOffset < -870 || s3.utcOffset > 870) throw new Error("CronOptions: utcOffset out of bounds.");
    if (s3.utcOffset !== void 0 && s3.timezone) throw new Error("CronOptions: Combining 'utcOffset' with 'timezone' is not allowed.");
  }
  if (s3.unref !== true && s3.unref !== false) throw new Error("CronOptions: Unref should be either true, false or undefined(false).");
  if (s3.dayOffset !== void 0 && s3.dayOffset !== 0 && isNaN(s3.dayOffset)) throw new Error("CronOptions: Invalid value passed for dayOffset, should be a number representing days to offset.");
  return s3;
}
function I(s3) {
  return s3.ms ? (s3.ms = 0, new c(new Date(s3.getTime() + 1e3), s3.tz)) : s3;
}
function b(s3) {
  return typeof s3 == "function";
}
function L(s3) {
  return b(s3);
}
function Y(s3) {
  typeof Deno < "u" && typeof Deno.unrefTimer < "u" ? Deno.unrefTimer(s3) : s3 && typeof s3.unref < "u" && s3.unref();
}
var P = 1440 * 60 * 1e3;
var $ = 30 * 1e3;
var M = [];
var j = class {
  name;
  options;
  _states;
  fn;
  _startAtRoundingMs = 0;
  getTz() {
    return this.options.timezone ?? this.options.utcOffset;
  }
  applyDayOffset(e) {
    let t = this._offsetMs();
    return t ? new Date(e.getTime() + t) : e;
  }
  _offsetMs() {
    return (this.options.dayOffset ?? 0) * P;
  }
  get _startAt() {
    return this.options.startAt;
  }
  get _stopAt() {
    return this.options.stopAt;
  }
  _nextTarget(e, t) {
    let n = this._offsetMs(), r = this._next(this._shift(e), new Date(t.getTime() - n), { startAt: this._shift(this._startAt), stopAt: this._shift(this._stopAt) });
    return r ? this.applyDayOffset(r.getDate(false)) : null;
  }
  _previousTarget(e, t) {
    let n = this._toMs(e ?? t) - this._offsetMs(), r = this._previous(new Date(n), { startAt: this._shift(this._startAt), stopAt: this._shift(this._stopAt) });
    return r ? this.applyDayOffset(r.getDate(false)) : null;
  }
  _shift(e) {
    if (e != null) return new c(new Date(this._toMs(e) - this._offsetMs()), this.getTz());
  }
  constructor(e, t, n) {
    let r, a;
    if (b(t)) a = t;
    else if (typeof t == "object") r = t;
    else if (t !== void 0) throw new Error("Cron: Invalid argument passed for optionsIn. Should be one of function, or object (options).");
    if (b(n)) a = n;
    else if (typeof n == "object") r = n;
    else if (n !== void 0) throw new Error("Cron: Invalid argument passed for funcIn. Should be one of function, or object (options).");
    this.name = r?.name;
    let i = r?.startAt;
    this.options = F(r), i && this._startAt && (this._startAtRoundingMs = this._startAt.getTime() - new c(i, this.getTz()).getTime());
    let o = !!e && (e instanceof Date || typeof e == "string" && e.indexOf(":") > 0);
    if (this._states = { kill: false, blocking: false, previousRun: void 0, currentRun: void 0, once: void 0, currentTimeout: void 0, maxRuns: r ? r.maxRuns : void 0, paused: r ? r.paused : false, pattern: o ? new C("* * * * *", void 0, { mode: "auto" }) : new C(e, this.options.timezone, { mode: this.options.mode, alternativeWeekdays: this.options.alternativeWeekdays, sloppyRanges: this.options.sloppyRanges, fixedTimeRule: this.options.fixedTimeRule }) }, o && (this._states.once = new c(e, this.getTz())), this.name) {
      if (M.find((l) => l.name === this.name)) throw new Error("Cron: Tried to initialize new named job '" + this.name + "', but name already taken.");
      M.push(this);
    }
    return a !== void 0 && L(a) && (this.fn = a, this.schedule()), this;
  }
  nextRun(e) {
    return this._nextTarget(e, /* @__PURE__ */ new Date());
  }
  nextRuns(e, t) {
    this._states.maxRuns !== void 0 && e > this._states.maxRuns && (e = this._states.maxRuns);
    let n = t || this._states.currentRun || void 0;
    return this._enumerateRuns(e, n, "next");
  }
  previousRuns(e, t) {
    return this._enumerateRuns(e, t || void 0, "previous");
  }
  enumerate(e) {
    return new A(this, e);
  }
  _enumerateRuns(e, t, n) {
    let r = [], a = /* @__PURE__ */ new Date(), i = t;
    for (; e-- > 0; ) {
      let o = n === "next" ? this._nextTarget(i, a) : this._previousTarget(i, a);
      if (!o) break;
      r.push(o), i = o;
    }
    return r;
  }
  match(e) {
    if (this._states.once) {
      let n = new c(e, this.getTz());
      n.ms = 0;
      let r = new c(this._states.once, this.getTz());
      return r.ms = 0, n.getTime() === r.getTime();
    }
    let t = new c(e, this.getTz());
    return t.ms = 0, t.match(this._states.pattern, this.options);
  }
  getPattern() {
    if (!this._states.once) return this._states.pattern ? this._states.pattern.pattern : void 0;
  }
  getOnce() {
    return this._states.once ? this._states.once.getDate() : null;
  }
  isRunning() {
    return !this._states.paused && !this._states.kill && this.fn !== void 0 && this._nextTarget(this._states.currentRun, /* @__PURE__ */ new Date()) !== null;
  }
  isStopped() {
    return this._states.kill;
  }
  isBusy() {
    return this._states.blocking;
  }
  currentRun() {
    return this._states.currentRun ? this._states.currentRun.getDate() : null;
  }
  previousRun() {
    return this._states.previousRun ? this._states.previousRun.getDate() : null;
  }
  msToNext(e) {
    let t = /* @__PURE__ */ new Date(), n = this._nextTarget(e, t);
    return n ? n.getTime() - this._toMs(e ?? t) : null;
  }
  stop() {
    this._states.kill = true, this._states.currentTimeout && clearTimeout(this._states.currentTimeout);
    let e = M.indexOf(this);
    e >= 0 && M.splice(e, 1);
  }
  pause() {
    return this._states.paused = true, !this._states.kill;
  }
  resume() {
    return this._states.paused = false, !this._states.kill;
  }
  schedule(e) {
    return this._schedule(e);
  }
  _schedule(e, t) {
    if (e && this.fn) throw new Error("Cron: It is not allowed to schedule two functions using the same Croner instance.");
    e && (this.fn = e);
    let n = t ?? /* @__PURE__ */ new Date(), r = this._nextTarget(void 0, n), a = r ? r.getTime() - n.getTime() : null, i = this._states.currentRun;
    i && i.getTime() > n.getTime() && (i = void 0);
    let o = this._nextTarget(i, n);
    return a === null || isNaN(a) || o === null ? this : (a > $ && (a = $), a < 0 && (a = this._states.paused ? 1e3 : 0), this._states.currentTimeout = setTimeout(() => this._checkTrigger(o), a), this._states.currentTimeout && this.options.unref && Y(this._states.currentTimeout), this);
  }
  async _trigger(e = /* @__PURE__ */ new Date()) {
    this._states.blocking = true, this._states.currentRun = new c(e, this.getTz());
    try {
      if (this.options.catch) try {
        this.fn !== void 0 && await this.fn(this, this.options.context);
      } catch (t) {
        if (b(this.options.catch)) try {
          Promise.resolve(this.options.catch(t, this)).catch(() => {
          });
        } catch {
        }
      }
      else this.fn !== void 0 && await this.fn(this, this.options.context);
    } finally {
      this._states.previousRun = new c(e, this.getTz()), this._states.blocking = false;
    }
  }
  async trigger() {
    await this._trigger();
  }
  runsLeft() {
    return this._states.maxRuns;
  }
  _checkTrigger(e) {
    let t = /* @__PURE__ */ new Date(), n = !this._states.paused && t.getTime() >= e.getTime(), r = this._states.blocking && this.options.protect;
    n && !r ? (this._states.maxRuns !== void 0 && this._states.maxRuns--, this._trigger(t)) : n && r && b(this.options.protect) && setTimeout(() => this.options.protect(this), 0), this._schedule(void 0, n ? void 0 : t);
  }
  _next(e, t, n) {
    let r = n ? n.startAt : this._startAt, a = n ? n.stopAt : this._stopAt, i = !!e, o = !!(e || this._states.currentRun), u = false;
    !e && r && this.options.interval && (e = this._calculatePreviousRun(r, t), e && (o = true), u = !e);
    let l = e ?? t ?? /* @__PURE__ */ new Date(), h = this._toMs(l);
    e = new c(l, this.getTz()), r && h < r.getTime() && (e = u ? r : new c(new Date(r.getTime() - 1e3), this.getTz()), h = e.getTime());
    let m = this._states.once || new c(e, this.getTz());
    if (!u && m !== this._states.once && (m = this._findOccurrence(e, h, 1, o)), this._states.once) {
      let d = this._states.once.getTime(), p = h - d;
      if (r && d < r.getTime() - this._startAtRoundingMs || this._states.currentRun && this.applyDayOffset(this._states.once.getDate()).getTime() <= this._states.currentRun.getTime() || (i ? p >= 0 : p > 1e3 && !this.options.allowPast)) return null;
    }
    return m === null || this._states.maxRuns !== void 0 && this._states.maxRuns <= 0 || this._states.kill || a && m.getTime() >= a.getTime() ? null : m;
  }
  _previous(e, t) {
    let n = this._toMs(e ?? /* @__PURE__ */ new Date());
    if (t.stopAt && n > t.stopAt.getTime() && (n = t.stopAt.getTime()), this._states.once) return this._states.once.getTime() < n ? this._states.once : null;
    let r = this._findOccurrence(new c(new Date(n), this.getTz()), n, -1);
    return r === null || t.startAt && r.getTime() < t.startAt.getTime() ? null : r;
  }
  _toMs(e) {
    if (e instanceof Date) return e.getTime();
    let t = new c(e, this.getTz());
    return t.getTime() + (typeof t.tz == "string" ? t.ms : 0);
  }
  _findOccurrence(e, t, n, r = false) {
    let a = this.options.interval ?? 0;
    if (a > 1 && (n === -1 || r)) {
      t += (a - 1) * 1e3 * n;
      let m = new Date(t);
      if (isNaN(m.getTime()) || (e = new c(m, this.getTz()), !(e.year >= 1 && e.year <= 9999))) return null;
      r = false;
    }
    let i = this._walk(e, t, n, r), o = this.getTz();
    if (this._states.pattern.isFixedTime && n === 1 || typeof o == "number" || U(t, o) !== (n === 1 ? "earlier" : "later")) return i;
    let u = Math.floor(t / 1e3) * 1e3, l = n === 1 ? k(u, u + P, o) : k(u - P, u, o) - 1e3;
    if (i && (l - i.getTime()) * n > 0) return i;
    let h = this._walk(new c(new Date(l), o), l - n, n, false, true);
    return !i || !h ? i ?? h : (i.getTime() - h.getTime()) * n > 0 ? h : i;
  }
  _walk(e, t, n, r, a = false) {
    let i = this._states.pattern, o = (l, h) => n === 1 ? l.increment(i, this.options, h) : l.decrement(i, this.options, h), u = new c(e, this.getTz());
    for ((!a || !u.match(i, this.options)) && (u = o(u, r)); u; ) {
      let l = this._runAt(u, t, n);
      if (l) return new c(l, this.getTz());
      u = o(u, false);
    }
    return null;
  }
  _runAt(e, t, n) {
    let r = (d) => (d.getTime() - t) * n > 0, a = e.tz;
    if (typeof a == "number") {
      let d = e.getDate();
      return r(d) ? d : null;
    }
    let i = T(e.year, e.month + 1, e.day, e.hour, e.minute, e.second, a), o = _(i), u = this._states.pattern.isFixedTime;
    if (o.kind === "single") return r(o.date) ? o.date : null;
    if (o.kind === "ambiguous") {
      let { earlier: d, later: p } = o;
      return (u ? [d] : n === 1 ? [d, p] : [p, d]).find(r) ?? null;
    }
    if (!u) return null;
    let l = new Date(k(o.before.getTime(), o.after.getTime(), a)), h = y(l, a);
    return h.y === i.y && h.m === i.m && h.d === i.d && r(l) ? l : null;
  }
  _calculatePreviousRun(e, t) {
    let n = new c(t, this.getTz()).getTime();
    if (e.getTime() > n) return;
    let r = this.options.interval * 1e3, a = e;
    for (; a.getTime() + r <= n; ) {
      let i = this._findOccurrence(a, a.getTime(), 1, true);
      if (i === null) break;
      a = i;
    }
    return a;
  }
};
var A = class {
  cron;
  cursor;
  now;
  done;
  initialMaxRuns;
  remainingRuns;
  constructor(e, t) {
    this.cron = e, this.initialMaxRuns = e.runsLeft() ?? 1 / 0, this.reset(t);
  }
  next() {
    if (this.done || this.remainingRuns <= 0) return this.done = true, { value: void 0, done: true };
    let e = this.cron._nextTarget(this.cursor, this.now);
    return e === null ? (this.done = true, { value: void 0, done: true }) : (this.cursor = e, this.remainingRuns--, { value: e, done: false });
  }
  peek() {
    return this.done || this.remainingRuns <= 0 ? null : this.cron._nextTarget(this.cursor, this.now);
  }
  reset(e) {
    this.cursor = e instanceof Date ? new Date(e.getTime()) : e ?? void 0, this.now = /* @__PURE__ */ new Date(), this.done = false, this.remainingRuns = this.initialMaxRuns;
  }
  [Symbol.iterator]() {
    return this;
  }
};

// src/schedule/cron.ts
function parseCron(line, timezone = "UTC") {
  const trimmed = line.trim();
  if (!isTimezone(timezone)) return invalid(`"${timezone}" is not the name of a time zone.`);
  if (trimmed.startsWith("@"))
    return invalid(`GitHub knows no short forms such as "${trimmed}"; write five fields.`);
  const texts = trimmed === "" ? [] : trimmed.split(/\s+/);
  if (texts.length !== FIELDS.length)
    return invalid(`A cron line has five fields; this one has ${texts.length}.`);
  const values = [];
  for (const [index, field] of FIELDS.entries()) {
    const read = readField(texts[index] ?? "", field);
    if (typeof read === "string") return invalid(read);
    values.push(read);
  }
  const [minutes = [], hours = []] = values;
  const cron = {
    tag: "cron",
    line: trimmed,
    timezone,
    minutesOfDay: hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)),
    // A bare star stays one: where a day of the month and a weekday are both given, either will do.
    normalLine: values.map((numbers, index) => texts[index] === "*" ? "*" : numbers.join(",")).join(" ")
  };
  return dueDays(cron, 1).length === 0 ? invalid(`"${trimmed}" is never due: no month has such a day.`) : cron;
}
function longestGapMs(cron) {
  return gapsMs(cron).reduce((longest, gap) => Math.max(longest, gap), 0);
}
function shortestGapMs(cron) {
  return gapsMs(cron).reduce((shortest, gap) => Math.min(shortest, gap), Number.POSITIVE_INFINITY);
}
function previousDue(cron, beforeMs) {
  const after = new Date(Math.floor(beforeMs / SECOND_MS) * SECOND_MS + SECOND_MS);
  return patternOf(cron).previousRuns(1, after)[0]?.getTime();
}
function dueTimesBetween(cron, afterMs, beforeMs) {
  const pattern = patternOf(cron);
  const times = [];
  let due = pattern.nextRun(new Date(afterMs))?.getTime();
  while (due !== void 0 && due <= beforeMs && times.length < MOST_DUE_TIMES) {
    times.push(due);
    due = pattern.nextRun(new Date(due))?.getTime();
  }
  return times;
}
var SECOND_MS = 1e3;
var MINUTE_MS = 60 * SECOND_MS;
var DAY_MS = 24 * 60 * MINUTE_MS;
var MOST_DUE_TIMES = 1e4;
var MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
var WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
var FIELDS = [
  { name: "minute", first: 0, last: 59, names: [] },
  { name: "hour", first: 0, last: 23, names: [] },
  { name: "day of the month", first: 1, last: 31, names: [] },
  { name: "month", first: 1, last: 12, names: MONTHS },
  { name: "day of the week", first: 0, last: 6, names: WEEKDAYS }
];
var PART = /^(?:(?<star>\*)|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/;
function readField(text2, field) {
  const numbers = /* @__PURE__ */ new Set();
  for (const part of text2.split(",")) {
    const read = readPart(part, field);
    if (typeof read === "string") return read;
    for (const number2 of read) numbers.add(number2);
  }
  return [...numbers].sort((a, b2) => a - b2);
}
function readPart(part, field) {
  const groups = PART.exec(part)?.groups;
  if (groups === void 0) return `"${part}" is nothing that the ${field.name} may be.`;
  const step = groups["step"] === void 0 ? 1 : Number(groups["step"]);
  if (step === 0) return `The step of the ${field.name} "${part}" is 0.`;
  const from = groups["star"] === void 0 ? numberOf(groups["from"] ?? "", field) : field.first;
  const to = lastOf(groups, field, from);
  if (from === void 0 || to === void 0)
    return `The ${field.name} "${part}" is not within ${field.first}–${field.last}.`;
  if (to < from) return `The ${field.name} "${part}" ends before it begins.`;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_2, index) => from + index * step);
}
function lastOf(groups, field, from) {
  if (groups["to"] !== void 0) return numberOf(groups["to"], field);
  return groups["star"] !== void 0 || groups["step"] !== void 0 ? field.last : from;
}
function numberOf(text2, { first, last, names }) {
  const named = names.indexOf(text2.toUpperCase());
  const number2 = named === -1 ? /^\d+$/.test(text2) ? Number(text2) : void 0 : named + first;
  return number2 !== void 0 && number2 >= first && number2 <= last ? number2 : void 0;
}
function gapsMs(cron) {
  const [first = 0] = cron.minutesOfDay;
  const last = cron.minutesOfDay.at(-1) ?? 0;
  const withinDays = cron.minutesOfDay.slice(1).map((minute, index) => minute - (cron.minutesOfDay[index] ?? 0));
  const days = dueDays(cron, CALENDAR_YEARS);
  const overNight = days.slice(1).map((day, index) => (day - (days[index] ?? 0)) / MINUTE_MS + first - last);
  return [...withinDays, ...overNight].map((minutes) => minutes * MINUTE_MS);
}
var CALENDAR_YEARS = 28;
var CALENDAR_START_YEAR = 2e3;
function dueDays({ normalLine }, years) {
  const [, , daysOfMonth = "*", months = "*", weekdays = "*"] = normalLine.split(" ");
  const has = (list, number2) => list === "*" || list.split(",").includes(String(number2));
  const begin = Date.UTC(CALENDAR_START_YEAR, 0, 1);
  const count = (Date.UTC(CALENDAR_START_YEAR + years, 0, 1) - begin) / DAY_MS;
  return Array.from({ length: count }, (_2, index) => begin + index * DAY_MS).filter((day) => {
    const date = new Date(day);
    if (!has(months, date.getUTCMonth() + 1)) return false;
    const [byMonth, byWeek] = [has(daysOfMonth, date.getUTCDate()), has(weekdays, date.getUTCDay())];
    return daysOfMonth === "*" || weekdays === "*" ? byMonth && byWeek : byMonth || byWeek;
  });
}
function patternOf({ normalLine, timezone }) {
  return new j(normalLine, { mode: "5-part", paused: true, timezone });
}
function isTimezone(name) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
function invalid(reason) {
  return { tag: "invalid", reason };
}

// src/config/lint/workflow-expression.ts
var UNKNOWN = "unknown";
var EXPRESSION = /\$\{\{(.*?)\}\}/s;
var SHELL_VARIABLE = /\$[\w{(]/;
function chosenValues(text2, matrix) {
  const [expression, inner = ""] = EXPRESSION.exec(text2) ?? [];
  if (expression === void 0) return SHELL_VARIABLE.test(text2) ? UNKNOWN : [text2];
  const values = valuesOf(inner.trim(), matrix);
  if (values === UNKNOWN) return UNKNOWN;
  const choices = values.map(
    (value) => chosenValues(
      text2.replaceAll(expression, () => value),
      matrix
    )
  );
  return choices.some((choice) => choice === UNKNOWN) ? UNKNOWN : choices.flatMap((choice) => choice === UNKNOWN ? [] : choice);
}
function valuesOf(expression, matrix) {
  const [, name] = /^matrix\.([\w-]+)$/.exec(expression) ?? [];
  if (name !== void 0) return matrixValues(matrix, name);
  const input = /^(?:github\.event\.)?inputs\.[\w-]+(?:\s*\|\|\s*'([^']*)')?$/.exec(expression);
  return input === null ? UNKNOWN : [input[1] ?? ""];
}
function matrixValues(matrix, name) {
  const listed = valueAt(matrix, [name]);
  const include = valueAt(matrix, ["include"]);
  if (isExpression(matrix) || isExpression(listed) || isExpression(include)) return UNKNOWN;
  const added = (Array.isArray(include) ? include : []).map((entry) => valueAt(entry, [name]));
  const values = [...Array.isArray(listed) ? listed : [], ...added].filter((value) => value !== void 0);
  const texts = values.filter((value) => typeof value === "string" || typeof value === "number").map(String);
  return texts.length === 0 || texts.length < values.length || texts.some(isExpression) ? UNKNOWN : texts;
}
function isExpression(value) {
  return typeof value === "string" && value.includes("${{");
}

// src/config/lint/pipeline-starts.ts
async function locateStep(step, root, files) {
  if (step.config === UNKNOWN || step.config.length === 0) return { ...step, files: void 0 };
  const directory = path3.resolve(root, step.workingDirectory);
  try {
    const found = await Promise.all(step.config.map((given) => expandPath(given, directory, files)));
    const paths = found.flatMap((expansion) => expansion.tag === "files" ? expansion.paths : []);
    return { ...step, files: new Set(paths.map(({ absolute }) => absolute)) };
  } catch {
    return { ...step, files: void 0 };
  }
}
function startsPipeline(step, { document, name }, workingDirectory) {
  const { pipelines, files } = step;
  const isNamed = pipelines === UNKNOWN || pipelines.length === 0 || pipelines.includes(name ?? "");
  const hasFile = files?.has(path3.resolve(workingDirectory, document.file)) ?? true;
  if (!isNamed || !hasFile) return "no";
  return pipelines === UNKNOWN || files === void 0 ? "maybe" : "yes";
}
function cronsOf(workflow) {
  const schedule = valueAt(workflow.value, ["on", "schedule"]);
  if (!Array.isArray(schedule)) return [];
  return schedule.flatMap((entry, index) => {
    const line = valueAt(entry, ["cron"]);
    const timezone = valueAt(entry, ["timezone"]);
    if (typeof line !== "string") return [];
    const cron = parseCron(line, typeof timezone === "string" ? timezone : void 0);
    return [{ workflow, path: ["on", "schedule", index, "cron"], cron }];
  });
}
function validCrons(workflow) {
  return cronsOf(workflow).flatMap(({ cron }) => cron.tag === "cron" ? [cron] : []);
}

// src/config/lint/start-times.ts
var MINUTE_MS2 = 6e4;
var HOUR_MS = 60 * MINUTE_MS2;
var DAY_MS2 = 24 * HOUR_MS;
var SHORTEST_CRON_MS = 5 * MINUTE_MS2;
var WINDOW_START_MS = Date.UTC(2026, 0, 5);
var TWO_DAYS_MS = 2 * DAY_MS2;
var WEEK_MS = 8 * DAY_MS2;
var SEASON_MS = 56 * DAY_MS2;
var OFTEN_MS = 6 * HOUR_MS;
function startGaps(crons) {
  const endMs = WINDOW_START_MS + windowMs(crons);
  const times = [...new Set(crons.flatMap((cron) => dueTimesBetween(cron, WINDOW_START_MS, endMs)))].sort(
    (a, b2) => a - b2
  );
  const between = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const gaps = between.length > 0 ? between : crons.map(longestGapMs);
  const allMs = gaps.map((gap) => Math.max(gap, SHORTEST_CRON_MS)).sort((a, b2) => a - b2);
  const meanMs = allMs.reduce((sum, gap) => sum + gap, 0) / Math.max(allMs.length, 1);
  return { meanMs, usualMs: allMs[Math.floor(allMs.length * 0.75)] ?? 0, allMs };
}
function windowMs(crons) {
  if (!crons.some((cron) => shortestGapMs(cron) < OFTEN_MS)) return SEASON_MS;
  return crons.every(({ normalLine }) => normalLine.endsWith(" * * *")) ? TWO_DAYS_MS : WEEK_MS;
}
function shareLonger({ allMs }, intervalMs) {
  return allMs.filter((gap) => gap > intervalMs).length / Math.max(allMs.length, 1);
}
function showInterval(durationMs) {
  for (const [unit, unitMs] of [
    ["d", DAY_MS2],
    ["h", HOUR_MS],
    ["m", MINUTE_MS2]
  ]) {
    if (durationMs >= unitMs && durationMs % unitMs === 0) return `${durationMs / unitMs}${unit}`;
  }
  return `${Math.round(durationMs / 1e3)}s`;
}

// src/config/lint/schedule-against-workflows.ts
function checkSchedules(options) {
  const starts = options.drafts.map((draft) => startsOf(draft, options));
  const gapsOf = rememberGaps();
  return starts.flatMap((start) => {
    const schedule = scheduleOf(start.draft, options.scheduleDocument);
    if (schedule === void 0 || start.isOpen) return [];
    if (start.steps.length > 0) return judgeStarts(start, schedule, gapsOf);
    const other = starts.find(({ scheduled }) => scheduled.length > 0);
    return other === void 0 || schedule.type === "manual" ? [] : [notStarted(start, other, schedule)];
  });
}
function startsOf(draft, { steps, workingDirectory }) {
  const runs = steps.filter(({ command }) => command === "run");
  const judged = runs.map((step) => ({ step, verdict: startsPipeline(step, draft, workingDirectory) }));
  const own = judged.flatMap(({ step, verdict }) => verdict === "yes" ? [step] : []);
  const hasCron = ({ workflow }) => cronsOf(workflow).length > 0;
  return {
    draft,
    steps: own,
    scheduled: own.filter((step) => step.runsOnSchedule === true && hasCron(step)),
    isOpen: judged.some(
      ({ step, verdict }) => hasCron(step) && step.runsOnSchedule !== false && (verdict === "maybe" || verdict === "yes" && step.runsOnSchedule === void 0)
    )
  };
}
var TYPE = ["schedule", "type"];
var EVERY = ["schedule", "every"];
function scheduleOf({ document }, scheduleDocument) {
  const home = isWritten(document, "schedule") ? document : scheduleDocument;
  const type = home === void 0 ? void 0 : knownText(home, TYPE);
  if (home === void 0 || type === void 0) return void 0;
  const everyMs = parseDuration(knownText(home, EVERY) ?? "");
  return { document: home, type, everyMs: everyMs > 0 ? everyMs : void 0 };
}
function rememberGaps() {
  const known = /* @__PURE__ */ new Map();
  return (crons) => {
    const key = JSON.stringify(crons.map(({ normalLine, timezone }) => [normalLine, timezone]));
    const gaps = known.get(key) ?? startGaps(crons);
    known.set(key, gaps);
    return gaps;
  };
}
function judgeStarts(starts, schedule, gapsOf) {
  const crons = [...new Set(starts.scheduled.map(({ workflow }) => workflow))].flatMap(validCrons);
  const [step] = starts.scheduled;
  if (step === void 0 || crons.length === 0) return [];
  const where = `${placeOfCron(step)} starts ${showName(starts.draft)}`;
  const gaps = gapsOf(crons);
  const rhythm = `every ${showInterval(gaps.usualMs)}`;
  switch (schedule.type) {
    case "manual":
      return [
        contradiction(schedule, TYPE, {
          message: `The schedule is \`manual\`, but ${where} by cron, ${rhythm}.`,
          hint: `Write \`type: interval\` with \`every: ${showInterval(gaps.usualMs)}\`, or remove the cron.`
        })
      ];
    case "continuous":
      return [
        adviceAt(schedule.document, valuePlace(schedule.document, TYPE), {
          severity: "notice",
          code: "schedule-contradicted",
          message: `\`continuous\` means as often as whoever starts runs can: ${where} ${rhythm}, and never more often.`,
          hint: `Write \`type: interval\` with \`every: ${showInterval(gaps.usualMs)}\`, if that is what is wanted.`
        })
      ];
    default:
      return judgeInterval(schedule, where, gaps);
  }
}
var TOLERATED_SHARE = 0.25;
var TOLERATED_FACTOR = 1.6;
function judgeInterval(schedule, where, gaps) {
  const { everyMs } = schedule;
  if (everyMs === void 0) return [];
  const every = showInterval(everyMs);
  const longer = gaps.allMs.filter((gap) => gap > everyMs);
  const isTooSeldom = shareLonger(gaps, everyMs) >= TOLERATED_SHARE;
  if (!isTooSeldom && gaps.meanMs * TOLERATED_FACTOR >= everyMs) return [];
  const seldomMs = longer[Math.floor(longer.length / 2)] ?? gaps.usualMs;
  const rhythm = showInterval(isTooSeldom ? seldomMs : gaps.usualMs);
  return [
    contradiction(schedule, EVERY, {
      message: `The schedule says every ${every}, but ${where} ${isTooSeldom ? "only " : ""}every ${rhythm}.`,
      hint: everyMs < SHORTEST_CRON_MS ? `GitHub starts a workflow every 5 minutes at most: write \`every: ${rhythm}\`, or start runs from elsewhere.` : `Write \`every: ${rhythm}\`, or change the cron.`
    })
  ];
}
function notStarted(starts, other, schedule) {
  const [step] = other.scheduled;
  const where = step === void 0 ? "A workflow" : placeOfCron(step);
  return contradiction(schedule, schedule.type === "interval" ? EVERY : TYPE, {
    message: `No workflow starts ${showName(starts.draft)}, though ${where} starts ${showName(other.draft)}.`,
    hint: "Name the pipeline in a workflow with a cron, or write `type: manual` where something else starts it."
  });
}
function contradiction({ document }, path5, { message, hint }) {
  const place = valuePlace(document, path5);
  return adviceAt(document, place, { severity: "warning", code: "schedule-contradicted", message, hint });
}
function placeOfCron({ workflow }) {
  const { line } = valuePlace(workflow, ["on", "schedule", 0, "cron"]);
  return `\`${workflow.file}:${line}\``;
}
function showName({ document }) {
  const name = knownText(document, ["pipeline", "name"]);
  const hasVariable = (document.located.get('["pipeline","name"]')?.variables.length ?? 0) > 0;
  return name === void 0 || hasVariable ? "this pipeline" : `\`${name}\``;
}

// src/config/lint/personal-data.ts
var ENDINGS = {
  "a national id number": [
    "ssn",
    "social_security",
    "social_insurance",
    "national_insurance",
    "national_id",
    "national_identifier",
    "nin",
    "nino",
    "identity_card",
    "id_card_number",
    "identity_number",
    "personal_id",
    "personal_code",
    "taxpayer_id",
    "taxpayer_identification",
    "tax_identification",
    "tax_id_number",
    "aadhaar",
    "aadhar",
    "cpf",
    "pesel",
    "bsn",
    "curp",
    "codice_fiscale",
    "personnummer",
    "fodselsnummer",
    "steueridentifikationsnummer"
  ],
  "a passport number": ["passport", "passport_id"],
  "a driving licence number": [
    "driver_licen[cs]e",
    "drivers_licen[cs]e",
    "driving_licen[cs]e",
    "driver_licen[cs]e_id"
  ],
  "an e-mail address": ["email", "emails", "e_mail", "mail_address", "courriel", "correo_electronico"],
  "a phone number": [
    "phone",
    "phones",
    "telephone",
    "tel",
    "cell_phone",
    "mobile",
    "msisdn",
    "fax",
    "telefon",
    "telefono",
    "telefonnummer"
  ],
  "a birth date": [
    "dob",
    "date_of_birth",
    "birth_date",
    "birthday",
    "birth_day",
    "year_of_birth",
    "birth_year",
    "born_on",
    "geburtsdatum",
    "date_naissance",
    "date_de_naissance",
    "fecha_nacimiento",
    "fecha_de_nacimiento"
  ],
  "a card number": ["credit_card", "debit_card", "card_number", "card_no", "cc_number", "ccn", "card_pan"],
  "a card’s security code": ["cvv", "cvc", "cvv2", "cvc2", "card_pin", "card_security_code"],
  "a bank account": ["iban", "bank_account", "routing_number"],
  "a password": [
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "password_hash",
    "password_digest",
    "password_salt",
    "hashed_password",
    "encrypted_password",
    "passcode"
  ],
  "a credential": [
    "api_key",
    "secret_key",
    "private_key",
    "secret",
    "(?:access|refresh|auth|session|api|bearer|reset|password|confirmation|remember)_token"
  ],
  "a person’s name": [
    "first_name",
    "last_name",
    "full_name",
    "surname",
    "given_name",
    "family_name",
    "maiden_name",
    "middle_name",
    "vorname",
    "nachname",
    "prenom",
    "apellido",
    "apellidos"
  ],
  "a postal address": [
    "street",
    "street_address",
    "home_address",
    "postal_address",
    "mailing_address",
    "shipping_address",
    "billing_address",
    "delivery_address",
    "residential_address",
    "address_line",
    "strasse"
  ],
  "an IP address": ["ip_address", "ip_addr", "(?:client|remote|user|login|sign_in)_ip"],
  "health data": [
    "diagnosis",
    "blood_type",
    "blood_group",
    "medical_record",
    "mrn",
    "disability",
    "health_insurance",
    "allergies"
  ],
  "a special category of personal data": [
    "ethnicity",
    "religion",
    "sexual_orientation",
    "political_opinion",
    "political_affiliation",
    "trade_union"
  ],
  "a salary": ["salary", "wage", "annual_income"]
};
var AFTER = "number|no|nr|num|addr|address|encrypted|enc|plain|plaintext|raw|clear|normali[sz]ed|lower|canonical|primary|secondary|alternate|other|home|work|business|mobile|private|old|new|previous|current|value|text|e164|\\d+";
var ABOUT = /^(?:is|has|had|can|may|should|was|wants|allow|allows|send|show|hide|use|uses|require|requires|num|count|total|nb)_/;
var KINDS = Object.entries(ENDINGS).map(
  ([kind, endings]) => {
    const written = endings.map((ending) => ending.replaceAll("_", "_?")).join("|");
    return [new RegExp(`(?:^|_)(?:${written})(?:_?(?:${AFTER}))*$`), kind];
  }
);
function looksPersonal(columnName) {
  const words = columnName.normalize("NFD").replace(new RegExp("\\p{Mn}", "gu"), "").replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
  return ABOUT.test(words) ? void 0 : KINDS.find(([name]) => name.test(words))?.[1];
}

// src/config/lint/selected-personal-data.ts
function warnOfPersonalData(draft) {
  const { selection } = draft;
  if (selection === void 0) return [];
  return [
    ...includedColumns(selection).flatMap((named) => judge(draft, selection, named)),
    ...keyColumns(draft).flatMap((named) => judge(draft, selection, named))
  ];
}
function includedColumns(selection) {
  return selection.include_columns.flatMap(
    ({ table, columns }, list) => columns.map((column, index) => ({
      table,
      column,
      path: ["selection", "include_columns", list, "columns", index],
      isKey: false
    }))
  );
}
function keyColumns({ selection, target }) {
  if (selection === void 0 || target === void 0) return [];
  return Object.entries(target.write_mode.keys).flatMap(
    ([table, columns]) => columns.map((column, index) => ({
      table,
      column,
      path: ["target", "write_mode", "keys", table, index],
      isKey: true
    })).filter(
      ({ column }) => !selection.include_columns.some(
        (list) => list.columns.includes(column) && meanSameTable(selection, list.table, table)
      )
    )
  );
}
function judge({ document, target }, selection, { table, column, path: path5, isKey }) {
  const kind = isShowable(document, path5) ? looksPersonal(column) : void 0;
  if (kind === void 0 || exclusionOf(selection, table, column) !== void 0) return [];
  const elsewhere = excludedElsewhere(document, selection, column);
  const use = isKey ? "is a row key" : "is selected";
  return [
    adviceAt(document, valuePlace(document, path5), {
      severity: "warning",
      code: "personal-data-selected",
      message: `The column \`${column}\` ${use}, and looks like ${kind}: it reaches the target as it is.${elsewhere}`,
      hint: hintFor(isKey, target?.type === "unity_catalog")
    })
  ];
}
function hintFor(isKey, takesMask) {
  const first = isKey ? "Choose another row key" : "Leave it out of `include_columns`";
  return takesMask ? `${first}, or put a Unity Catalog column mask on the target table.` : `${first}, or keep the lakehouse file where only those who may read such data can.`;
}
function exclusionOf(selection, table, column) {
  return selection.exclude_columns.find(
    (list) => list.columns.includes(column) && meanSameTable(selection, list.table, table)
  )?.table;
}
function excludedElsewhere(document, selection, column) {
  const list = selection.exclude_columns.findIndex(({ columns }) => columns.includes(column));
  const tablePath = ["selection", "exclude_columns", list, "table"];
  if (list < 0 || !isShowable(document, tablePath)) return "";
  const index = selection.exclude_columns[list]?.columns.indexOf(column) ?? 0;
  const { line } = valuePlace(document, ["selection", "exclude_columns", list, "columns", index]);
  return ` Of \`${selection.exclude_columns[list]?.table}\` it is left out (line ${line}).`;
}
function isShowable(document, path5) {
  return isKnown(document, path5) && (document.located.get(pathKey(path5))?.variables.length ?? 0) === 0;
}

// src/config/lint/workflow-files.ts
import path4 from "node:path";

// src/config/read-config-file.ts
var MAX_FILE_BYTES = 1024 * 1024;
function textsByFile(texts) {
  return new Map(texts.flatMap((one) => one.tag === "text" ? [[one.file, one.text]] : []));
}
async function readConfigFile({ shown, absolute }, files) {
  try {
    return decodeConfigFile(shown, await files.read(absolute));
  } catch (error) {
    return { tag: "unusable", diagnostic: unreadable(shown, error) };
  }
}
function decodeConfigFile(file, bytes) {
  if (bytes.length > MAX_FILE_BYTES) {
    const message = `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB.`;
    const diagnostic = errorAt({ file }, START2, "file-too-large", message, "Give the configuration file.");
    return { tag: "unusable", diagnostic };
  }
  const valid = validLength(bytes);
  const text2 = new TextDecoder().decode(bytes.subarray(0, valid));
  if (valid === bytes.length) return { tag: "text", file, text: text2 };
  const lines = text2.split(/\r\n|\n|\r/);
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const hint = "Save the file as UTF-8.";
  return {
    tag: "unusable",
    diagnostic: errorAt({ file }, place, "file-not-utf8", "The file is not UTF-8 here.", hint)
  };
}
function unreadable(file, error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const message = `The file cannot be read: ${READ_FAULTS[code] ?? code}.`;
  return errorAt({ file }, START2, "file-unreadable", message, "Check the path and its permissions.");
}
var START2 = { line: 1, column: 1 };
var READ_FAULTS = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it has vanished",
  EISDIR: "it is a directory",
  ELOOP: "its links go in a circle",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error"
};
function validLength(bytes) {
  if (isUtf8(bytes, false)) return bytes.length;
  let valid = 0;
  let invalid2 = bytes.length;
  while (invalid2 - valid > 1) {
    const middle = Math.floor((valid + invalid2) / 2);
    if (isUtf8(bytes.subarray(0, middle), true)) valid = middle;
    else invalid2 = middle;
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}
function isUtf8(bytes, mayGoOn) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}

// src/config/yaml-file.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/config/document-reader.ts
var import_yaml = __toESM(require_dist(), 1);

// src/config/source-place.ts
function placeBetween(lineCounter, start, end) {
  const from = lineCounter.linePos(start);
  const to = lineCounter.linePos(end);
  const place = { line: Math.max(from.line, 1), column: Math.max(from.col, 1) };
  return to.line === from.line && to.col > from.col ? { ...place, endColumn: to.col } : place;
}

// src/config/variables.ts
var PLACEHOLDER = /\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}|\$\{[^}\s]*\}?/g;
function interpolate(text2, environment) {
  const used = [];
  const missing2 = [];
  const malformed = [];
  const filled = text2.replace(
    PLACEHOLDER,
    (placeholder, name, fallback2, index) => {
      if (placeholder === "$${") return "${";
      const length = placeholder.length;
      if (name === void 0) {
        malformed.push({ index, length });
        return placeholder;
      }
      used.push({ name, index, length });
      const value = Object.hasOwn(environment, name) ? environment[name] : void 0;
      if (value !== void 0 && value !== "") return value;
      if (fallback2 !== void 0) return fallback2;
      missing2.push({ name, index, length });
      return placeholder;
    }
  );
  return { text: filled, used, missing: missing2, malformed };
}

// src/config/document-reader.ts
var MAX_VALUES = 2e4;
var MAX_DEPTH2 = 32;
var TooComplexSignal = class extends Error {
};
var DocumentReader = class {
  #options;
  #located = /* @__PURE__ */ new Map();
  #diagnostics = [];
  #valueCount = 0;
  constructor(options) {
    this.#options = options;
  }
  /** `value` is `undefined` when the document is too complex to be read. To be called once. */
  read() {
    const { document, file, lineCounter } = this.#options;
    const root = document.contents;
    const place = this.#placeOf(root);
    this.#located.set(pathKey([]), { key: place, value: place, variables: [], known: true });
    try {
      const value = this.#valueOf(root, [], place);
      const lastLine = lineCounter.linePos(document.range[2]).line;
      const read = { file, value, located: this.#located, firstLine: place.line, lastLine };
      return { value: read, diagnostics: this.#diagnostics };
    } catch (error) {
      if (!(error instanceof TooComplexSignal)) throw error;
      this.#report(
        place,
        "yaml-too-complex",
        "The document is too large, or its aliases make it so.",
        TOO_COMPLEX_HINT
      );
      return { value: void 0, diagnostics: this.#diagnostics };
    }
  }
  #valueOf(node, path5, key) {
    this.#valueCount += 1;
    if (this.#valueCount > MAX_VALUES || path5.length > MAX_DEPTH2) throw new TooComplexSignal();
    if ((0, import_yaml.isAlias)(node)) return this.#aliasValue(node, path5, key);
    if ((0, import_yaml.isMap)(node)) return this.#mapValue(node, path5);
    if ((0, import_yaml.isSeq)(node)) {
      return node.items.map((item, index) => this.#entryValue(item, [...path5, index], void 0));
    }
    return (0, import_yaml.isScalar)(node) ? this.#scalarValue(node, path5, key) : void 0;
  }
  #aliasValue(alias, path5, key) {
    const target = alias.resolve(this.#options.document);
    if (target !== void 0) return this.#valueOf(target, path5, key);
    const value = this.#placeOf(alias);
    this.#located.set(pathKey(path5), { key, value, variables: [], known: false });
    this.#report(
      value,
      "yaml-syntax",
      "Syntax error: an alias (`*name`) has no anchor (`&name`) before it.",
      "Define the anchor above it in the same document, or put the value in quotes."
    );
    return void 0;
  }
  #mapValue(map, path5) {
    const entries = /* @__PURE__ */ new Map();
    const lines = /* @__PURE__ */ new Map();
    for (const pair of map.items) {
      const name = this.#keyName(pair);
      if (name === void 0) continue;
      const place = this.#placeOf(pair.key);
      const firstLine = lines.get(name);
      if (firstLine === void 0) {
        lines.set(name, place.line);
        entries.set(name, this.#entryValue(pair.value, [...path5, name], place));
      } else {
        this.#report(
          place,
          "duplicate-key",
          `\`${showPath([...path5, name])}\` is given twice; the first is on line ${firstLine}.`,
          "Keep one of the two."
        );
      }
    }
    return Object.fromEntries(entries);
  }
  #keyName({ key }) {
    const place = this.#placeOf(key);
    if (!(0, import_yaml.isScalar)(key)) {
      this.#report(
        place,
        "yaml-syntax",
        "A key is not a plain text.",
        "Write keys as plain text: `name: value`."
      );
      return void 0;
    }
    if (key.value === "<<") {
      this.#report(
        place,
        "unsupported-value",
        "Merge keys (`<<`) are not supported.",
        "Repeat the settings, or alias a whole value: `source: *name`."
      );
      return void 0;
    }
    return typeof key.value === "string" ? key.value : key.source ?? String(key.value);
  }
  /** An entry of a mapping, with its key's place, or of a list, without. */
  #entryValue(node, path5, keyPlace2) {
    const empty = isEmpty(node);
    const value = empty && keyPlace2 !== void 0 ? keyPlace2 : this.#placeOf(node);
    const key = keyPlace2 ?? value;
    this.#located.set(pathKey(path5), { key, value, variables: [], known: !empty });
    if (!empty) return this.#valueOf(node, path5, key);
    this.#report(
      key,
      "empty-value",
      `\`${showPath(path5)}\` has no value.`,
      "Put a value after it, or remove it where the default is meant."
    );
    return void 0;
  }
  #scalarValue(scalar, path5, key) {
    if (typeof scalar.value !== "string") return scalar.value;
    const interpolation = interpolate(scalar.value, this.#options.environment);
    const { text: text2, used, missing: missing2, malformed } = interpolation;
    if (used.length > 0 || malformed.length > 0) {
      const variables = used.map(({ name }) => name);
      const known = missing2.length === 0 && malformed.length === 0;
      this.#located.set(pathKey(path5), { key, value: this.#placeOf(scalar), variables, known });
      this.#reportVariables(scalar, path5, interpolation);
    }
    return text2;
  }
  #reportVariables(scalar, path5, { missing: missing2, malformed }) {
    for (const use of missing2) {
      this.#report(
        this.#placeInside(scalar, use),
        "variable-missing",
        `The environment variable ${use.name} that \`${showPath(path5)}\` needs is not set, or is empty.`,
        `Set ${use.name}, or write \`\${${use.name}:-default}\`.`
      );
    }
    for (const stretch of malformed) {
      this.#report(
        this.#placeInside(scalar, stretch),
        "variable-malformed",
        `\`${showPath(path5)}\` has a \`\${\` that begins no variable.`,
        `Write \`\${NAME}\` or \`\${NAME:-default}\`, in letters, digits and \`_\`; \`$\${\` stands for a plain \`\${\`.`
      );
    }
  }
  /** The place of a stretch of a scalar's value; that of the whole scalar when quoting or escapes hide it. */
  #placeInside(scalar, { index, length }) {
    const [start, end] = scalar.range ?? [0, 0];
    const value = String(scalar.value);
    const stretch = value.slice(index, index + length);
    const nth = value.slice(0, index).split(stretch).length;
    let found = start - 1;
    for (let count = 0; count < nth && found !== void 0; count += 1) {
      found = this.#options.text.indexOf(stretch, found + 1);
      if (found < 0 || found >= end) return this.#placeOf(scalar);
    }
    return placeBetween(this.#options.lineCounter, found, found + length);
  }
  #placeOf(node) {
    const [start, end] = hasRange(node) ? node.range ?? [0, 0] : [0, 0];
    return placeBetween(this.#options.lineCounter, start, end);
  }
  #report(place, code, message, hint) {
    this.#diagnostics.push(errorAt(this.#options, place, code, message, hint));
  }
};
var TOO_COMPLEX_HINT = `A document may have ${MAX_VALUES} values, aliases expanded, on ${MAX_DEPTH2} levels.`;
function hasRange(node) {
  return (0, import_yaml.isScalar)(node) || (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isAlias)(node);
}
function isEmpty(node) {
  return node === null || (0, import_yaml.isScalar)(node) && node.value === null && node.source === "";
}

// src/config/yaml-file.ts
function parseYamlFile(file, text2, environment) {
  const lineCounter = new import_yaml2.LineCounter();
  const parsed = parseDocuments(text2, lineCounter);
  if (parsed === void 0) {
    return { documents: [], diagnostics: [tooNested(file)] };
  }
  const documents = [];
  const diagnostics = [];
  for (const document of parsed) {
    const syntaxErrors = [...document.errors, ...document.warnings];
    if (syntaxErrors.length > 0) {
      diagnostics.push(...oneALine(syntaxErrors.map((error) => syntaxDiagnostic(file, error, lineCounter))));
    } else if (hasContent(document)) {
      const reader = new DocumentReader({ file, text: text2, document, lineCounter, environment });
      const { value: read, diagnostics: found } = reader.read();
      if (read !== void 0) documents.push(read);
      diagnostics.push(...found);
    }
  }
  if (documents.length === 0 && diagnostics.length === 0) diagnostics.push(emptyFile(file));
  return { documents, diagnostics };
}
function parseDocuments(text2, lineCounter) {
  try {
    const parsed = (0, import_yaml2.parseAllDocuments)(text2, {
      lineCounter,
      prettyErrors: false,
      // Told by the document reader, which knows where the first one is.
      uniqueKeys: false
    });
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function hasContent(document) {
  const { contents } = document;
  return contents !== null && !("source" in contents && contents.source === "");
}
var SYNTAX_FAULTS = {
  TAB_AS_INDENT: ["a tab is used as indentation", "Indent with spaces; YAML allows no tabs there."],
  BAD_INDENT: [
    "the indentation does not fit the lines above",
    "Begin the line under the first letter of its siblings."
  ],
  MISSING_CHAR: ["a character is missing", "Close every quote and bracket, and put `: ` after a key."],
  BAD_SCALAR_START: ["a plain text cannot begin with this character", "Put the value in quotes."],
  BLOCK_AS_IMPLICIT_KEY: [
    "a `:` is out of place",
    "Put a value that holds `: ` in quotes, or begin a new line."
  ],
  MULTILINE_IMPLICIT_KEY: ["a key goes over several lines", "Put `: ` after the key, on its own line."],
  TAG_RESOLVE_FAILED: [
    "a tag (`!name`) is not understood",
    "Leave the tag away, or put the value in quotes."
  ],
  BAD_DQ_ESCAPE: ["a `\\` in double quotes begins no known escape", "Write `\\\\`, or use single quotes."]
};
function syntaxDiagnostic(file, error, lineCounter) {
  const place = placeBetween(lineCounter, error.pos[0], error.pos[1]);
  const [message, hint] = SYNTAX_FAULTS[error.code] ?? [
    "the YAML cannot be read here",
    "Check indentation, quotes and brackets on this line and the one above."
  ];
  return errorAt({ file }, place, "yaml-syntax", `Syntax error: ${message}.`, hint);
}
function oneALine(diagnostics) {
  const lines = /* @__PURE__ */ new Set();
  return diagnostics.filter(({ line }) => !lines.has(line) && lines.add(line));
}
function tooNested(file) {
  return errorAt(
    { file },
    { line: 1, column: 1 },
    "yaml-too-complex",
    "The file is nested too deeply to be read.",
    "A configuration needs fewer than ten levels."
  );
}
function emptyFile(file) {
  return errorAt(
    { file },
    { line: 1, column: 1 },
    "file-empty",
    "The file holds no configuration.",
    "Begin it with `pipeline:` or `gateway:`, or leave the file out of the set."
  );
}

// src/config/lint/workflow-files.ts
async function readWorkflows(workingDirectory, files) {
  const root = await findRoot(workingDirectory, files);
  if (root === void 0) return { root, documents: [], texts: /* @__PURE__ */ new Map(), diagnostics: [] };
  const paths = await workflowPaths(root, workingDirectory, files);
  const texts = await Promise.all(paths.map((file) => readConfigFile(file, files)));
  const read = texts.map(
    (text2) => text2.tag === "text" ? parseYamlFile(text2.file, text2.text, {}) : { documents: [], diagnostics: [text2.diagnostic] }
  );
  return {
    root,
    texts: textsByFile(texts),
    documents: read.flatMap(({ documents }) => documents.slice(0, 1)),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics.filter(isUnreadable).map(asWarning))
  };
}
async function findRoot(workingDirectory, files) {
  const upward = directoriesUpward(path4.resolve(workingDirectory));
  for (const mark of [".git", ".github/workflows"]) {
    for (const directory of upward) {
      if (await kindOf(path4.join(directory, mark), files) !== "missing") return directory;
    }
  }
  return void 0;
}
function directoriesUpward(directory) {
  const parent = path4.dirname(directory);
  return parent === directory ? [directory] : [directory, ...directoriesUpward(parent)];
}
async function workflowPaths(root, workingDirectory, files) {
  const directory = path4.join(root, ".github", "workflows");
  if (await kindOf(directory, files) !== "directory") return [];
  const names = await files.namesIn(directory).catch(() => []);
  return names.filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => path4.join(directory, name)).map((absolute) => ({
    shown: path4.relative(workingDirectory, absolute).split(path4.sep).join("/"),
    absolute
  }));
}
async function kindOf(file, files) {
  return files.kindOf(file).catch(() => "missing");
}
var UNREADABLE = /* @__PURE__ */ new Set([
  "file-unreadable",
  "file-not-utf8",
  "file-too-large",
  "yaml-syntax",
  "yaml-too-complex"
]);
function isUnreadable({ code }) {
  return UNREADABLE.has(code);
}
function asWarning(diagnostic) {
  const consequence = "GitHub starts nothing of a workflow that it cannot read.";
  return { ...diagnostic, severity: "warning", hint: `${diagnostic.hint ?? ""} ${consequence}`.trim() };
}

// src/config/lint/workflow-hazards.ts
function checkStep(step, drafts) {
  const ingests = step.command === "run" || step.command === "backfill";
  return [
    ...step.command === "run" ? cronsOf(step.workflow).flatMap(checkCron) : [],
    ...ingests ? [...checkCancellation(step), ...checkTimeout(step)] : [],
    ...checkPermission(step, drafts)
  ];
}
function checkCron({ workflow, path: path5, cron }) {
  const place = valuePlace(workflow, path5);
  if (cron.tag === "invalid")
    return [
      adviceAt(workflow, place, {
        severity: "warning",
        code: "workflow-cron",
        message: `GitHub does not take this cron line. ${cron.reason}`,
        hint: "Write five fields: minute, hour, day of the month, month, day of the week."
      })
    ];
  if (shortestGapMs(cron) < SHORTEST_CRON_MS)
    return [
      adviceAt(workflow, place, {
        severity: "warning",
        code: "workflow-cron",
        message: "The cron line asks for a start more often than every 5 minutes, and GitHub keeps to 5.",
        hint: "Write the rhythm that is kept, such as `*/5 * * * *`; each run takes all that is pending."
      })
    ];
  if (!cron.minutesOfDay.some((minute) => minute % 60 === 0)) return [];
  return [
    adviceAt(workflow, place, {
      severity: "notice",
      code: "workflow-cron",
      message: "The cron line is due at minute 0, when GitHub has most to start: runs come late or not at all.",
      hint: "Take another minute, such as `7` for `0`, or `4-59/15` for `*/15`."
    })
  ];
}
function checkCancellation({ workflow, jobPath }) {
  return [["concurrency"], [...jobPath, "concurrency"]].map((path5) => [...path5, "cancel-in-progress"]).filter((path5) => valueAt(workflow.value, path5) === true).map(
    (path5) => adviceAt(workflow, valuePlace(workflow, path5), {
      severity: "warning",
      code: "workflow-cancels-runs",
      message: "A newer start cancels the run that is ingesting, so that a run that is slow never catches up.",
      hint: "Remove `cancel-in-progress`: a start that comes too early waits, and takes what is pending then."
    })
  );
}
var DEFAULT_TIMEOUT_MINUTES = 360;
var MINUTE_MS3 = 6e4;
function checkTimeout({ workflow, jobPath, path: path5, maxDuration }) {
  if (maxDuration === void 0 || !duration().safeParse(maxDuration.text).success) return [];
  const maxMs = parseDuration(maxDuration.text);
  const limits = [path5, jobPath].map((place) => [...place, "timeout-minutes"]);
  const written = limits.find((limit) => isWritten(workflow, ...limit));
  const minutes = written === void 0 ? DEFAULT_TIMEOUT_MINUTES : valueAt(workflow.value, written);
  if (typeof minutes !== "number" || minutes * MINUTE_MS3 > maxMs) return [];
  return [
    adviceAt(workflow, valuePlace(workflow, written ?? maxDuration.path), {
      severity: "warning",
      code: "workflow-timeout",
      message: `The job is killed after ${minutes} minutes${written === void 0 ? ", GitHub’s own limit" : ""}, before the run ends by itself (\`max-duration\` ${maxDuration.text}).`,
      hint: `Let \`timeout-minutes\` be ten minutes longer than \`max-duration\`: a run that ends by itself checkpoints what it has.`
    })
  ];
}
var LOGS_IN = /* @__PURE__ */ new Set(["run", "backfill", "plan", "check", "status"]);
function checkPermission({ workflow, jobPath, path: path5, command }, drafts) {
  const needsToken = drafts.some(({ document }) => usesGithubOidc(document)) || [path5, jobPath, []].some(
    (place) => valueAt(workflow.value, [...place, "env", "DATABRICKS_AUTH_TYPE"]) === "github-oidc"
  );
  if (!LOGS_IN.has(command) || !needsToken) return [];
  const home = [[...jobPath, "permissions"], ["permissions"]].find((place) => isWritten(workflow, ...place));
  const permissions = home === void 0 ? void 0 : valueAt(workflow.value, home);
  if (permissions === "write-all" || valueAt(permissions, ["id-token"]) === "write") return [];
  return [
    adviceAt(workflow, keyPlace(workflow, home ?? jobPath), {
      severity: "warning",
      code: "workflow-permission",
      message: `The job logs in to Databricks with the workflow’s own token (\`github_oidc\`), and may not have one.`,
      hint: "Add `id-token: write` to its `permissions`."
    })
  ];
}
function usesGithubOidc(document) {
  return knownText(document, ["target", "databricks", "auth", "type"]) === "github_oidc";
}

// src/config/lint/tributary-command-line.ts
var CALL = /(?:^|[\s;&|(])(?:[^\s;&|()]*\/)?tributary(?:@\S+)?\s+(run|validate|plan|backfill|check|status)\b((?:"[^"]*"|'[^']*'|[^\n;&|)"'])*)/g;
function commandLinesOf(script) {
  const code = script.replace(/\\\n/g, " ").replace(/^\s*#.*$/gm, "");
  return [...code.matchAll(CALL)].map(([, command = "", rest = ""]) => {
    const words = wordsOf(rest);
    return {
      command,
      config: optionValues(words, ["-c", "--config"]),
      pipelines: optionValues(words, ["-p", "--pipeline"]),
      maxDuration: optionValues(words, ["--max-duration"]).at(-1)
    };
  });
}
function wordsOf(text2) {
  return [...text2.matchAll(/(?:\$\{\{.*?\}\}|"[^"]*"|'[^']*'|[^\s"'])+/g)].map(
    ([word]) => word.replace(/["']/g, "")
  );
}
function optionValues(words, names) {
  return words.flatMap((word, index) => {
    if (names.includes(word)) return words[index + 1] ?? [];
    const name = names.find((option) => word.startsWith(`${option}=`));
    return name === void 0 ? [] : [word.slice(name.length + 1)];
  });
}

// src/config/lint/workflow-step.ts
function tributarySteps(workflow) {
  const jobs = valueAt(workflow.value, ["jobs"]);
  if (typeof jobs !== "object" || jobs === null) return [];
  return Object.keys(jobs).flatMap((job) => {
    const steps = valueAt(workflow.value, ["jobs", job, "steps"]);
    if (!Array.isArray(steps)) return [];
    return steps.flatMap((_2, index) => stepsAt(workflow, ["jobs", job], ["jobs", job, "steps", index]));
  });
}
function stepsAt(workflow, jobPath, path5) {
  const uses = textAt(workflow, [...path5, "uses"]);
  const run2 = textAt(workflow, [...path5, "run"]);
  if (uses !== void 0)
    return isTributary(workflow, path5, uses) ? [actionStep(workflow, jobPath, path5)] : [];
  if (run2 === void 0) return [];
  const directory = textAt(workflow, [...path5, "working-directory"]) ?? textAt(workflow, [...jobPath, "defaults", "run", "working-directory"]) ?? textAt(workflow, ["defaults", "run", "working-directory"]) ?? ".";
  return commandLinesOf(run2).map(({ command, config: config2, pipelines, maxDuration }) => ({
    workflow,
    jobPath,
    path: path5,
    command,
    config: resolveAll(workflow, jobPath, config2),
    workingDirectory: directory,
    pipelines: resolveAll(workflow, jobPath, pipelines),
    maxDuration: maxDuration === void 0 ? void 0 : { path: [...path5, "run"], text: maxDuration },
    runsOnSchedule: runsOnSchedule(workflow, jobPath, path5)
  }));
}
function isTributary(workflow, path5, uses) {
  if (/(?:^|\/)tributary(?:\/[^@]*)?@/i.test(uses)) return true;
  if (!uses.startsWith("./")) return false;
  return textAt(workflow, [...path5, "with", "config"]) !== void 0 && textAt(workflow, [...path5, "with", "command"]) !== void 0;
}
function actionStep(workflow, jobPath, path5) {
  const input = (name) => textAt(workflow, [...path5, "with", name]);
  const chosen = (name) => {
    const choice = resolveAll(workflow, jobPath, linesOf(input(name)));
    return choice === UNKNOWN ? UNKNOWN : choice[0];
  };
  const maxDuration = chosen("max-duration");
  const config2 = linesOf(input("config"));
  return {
    workflow,
    jobPath,
    path: path5,
    command: chosen("command") ?? "validate",
    config: config2.length === 0 ? UNKNOWN : resolveAll(workflow, jobPath, config2),
    workingDirectory: input("working-directory") ?? ".",
    pipelines: resolveAll(workflow, jobPath, linesOf(input("pipeline"))),
    maxDuration: maxDuration === void 0 ? void 0 : { path: [...path5, "with", "max-duration"], text: maxDuration },
    runsOnSchedule: runsOnSchedule(workflow, jobPath, path5)
  };
}
function linesOf(text2) {
  return (text2 ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
function resolveAll(workflow, jobPath, texts) {
  const matrix = valueAt(workflow.value, [...jobPath, "strategy", "matrix"]);
  const choices = texts.map((text2) => chosenValues(text2, matrix));
  return choices.some((choice) => choice === UNKNOWN) ? UNKNOWN : choices.flatMap((choice) => choice === UNKNOWN ? [] : choice.filter((text2) => text2 !== ""));
}
function runsOnSchedule(workflow, jobPath, path5) {
  const conditions = [jobPath, path5].map((place) => textAt(workflow, [...place, "if"]) ?? "");
  const verdicts = conditions.map((condition) => {
    if (!/\bgithub\s*\.\s*event|\binputs\b/.test(condition)) return true;
    const bare = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, "").trim();
    const [, operator, event] = /^github\.event_name\s*([!=]=)\s*'(\w+)'$/.exec(bare) ?? [];
    return operator === void 0 ? void 0 : event === "schedule" === (operator === "==");
  });
  if (verdicts.includes(false)) return false;
  return verdicts.includes(void 0) ? void 0 : true;
}
function textAt(workflow, path5) {
  const value = valueAt(workflow.value, path5);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}

// src/config/lint/lint-set.ts
async function lintSet({
  drafts,
  scheduleDocument,
  workingDirectory,
  files
}) {
  const workflows = await readWorkflows(workingDirectory, files);
  const { root } = workflows;
  const found = root === void 0 ? [] : workflows.documents.flatMap(tributarySteps);
  const steps = await Promise.all(found.map((step) => locateStep(step, root ?? workingDirectory, files)));
  const ofWorkflows = [
    ...workflows.diagnostics,
    ...steps.flatMap((step) => {
      const started = drafts.filter((draft) => startsPipeline(step, draft, workingDirectory) !== "no");
      return started.length === 0 ? [] : checkStep(step, started);
    })
  ];
  return [
    ...drafts.flatMap((draft) => [...warnOfPersonalData(draft), ...noteIncompleteKeys(draft)]),
    ...checkSchedules({ drafts, scheduleDocument, steps, workingDirectory }),
    ...withoutAllowed(ofWorkflows, workflows.texts)
  ];
}

// src/config/used-variables.ts
function usedVariables(documents) {
  const names = documents.flatMap(
    ({ located }) => [...located.values()].flatMap(({ variables }) => variables)
  );
  return [...new Set(names)].toSorted();
}

// src/config/load-config.ts
async function loadConfig(options) {
  const { environment, workingDirectory, files = nodeConfigFiles } = options;
  const found = await findFiles(options.paths, workingDirectory, files);
  const texts = await Promise.all(found.paths.map((path5) => readConfigFile(path5, files)));
  const parsed = texts.map(
    (text2) => text2.tag === "text" ? parseYamlFile(text2.file, text2.text, environment) : { documents: [], diagnostics: [text2.diagnostic] }
  );
  const set = assembleSet({
    documents: parsed.flatMap(({ documents }) => documents),
    fileDiagnostics: [...found.diagnostics, ...parsed.flatMap(({ diagnostics }) => diagnostics)].map(
      (diagnostic) => diagnostic.code === "variable-missing" ? { ...diagnostic, severity: options.missingVariables ?? "error" } : diagnostic
    ),
    workingDirectory
  });
  const { drafts, scheduleDocument } = set;
  const advice = options.lint === true ? await lintSet({ drafts, scheduleDocument, workingDirectory, files }) : [];
  return {
    pipelines: set.pipelines,
    gateways: set.gateways.map(({ settings: { gateway, source } }) => ({
      name: gateway.name,
      host: source.host,
      port: source.port
    })),
    variables: usedVariables(parsed.flatMap(({ documents }) => documents)),
    diagnostics: sortDiagnostics(withoutAllowed([...set.diagnostics, ...advice], textsByFile(texts)))
  };
}
async function findFiles(given, workingDirectory, files) {
  const paths = [];
  const diagnostics = [];
  for (const path5 of given) {
    try {
      const expansion = await expandPath(path5, workingDirectory, files);
      if (expansion.tag === "files") paths.push(...expansion.paths);
      else diagnostics.push(nothingAt(path5, expansion.reason));
    } catch (error) {
      diagnostics.push(unreadable(path5, error));
    }
  }
  return { paths: withoutRepeats(paths), diagnostics };
}
var NOTHING = {
  missing: [
    "There is no such file or directory.",
    "Check the path; a relative one starts at the working directory."
  ],
  "empty-directory": [
    "The directory holds no `*.yml` or `*.yaml`.",
    "Directories below it are not looked into; a glob such as `config/**/*.yml` does that."
  ],
  "no-match": ["No file matches.", "Check the glob; a relative one starts at the working directory."]
};
function nothingAt(file, reason) {
  const [message, hint] = NOTHING[reason];
  return errorAt({ file }, { line: 1, column: 1 }, "path-missing", message, hint);
}
function sortDiagnostics(diagnostics) {
  const sorted = diagnostics.toSorted(
    (a, b2) => compareText(a.file, b2.file) || a.line - b2.line || a.column - b2.column || compareText(a.message, b2.message)
  );
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === void 0 || before.file !== diagnostic.file || before.line !== diagnostic.line || before.column !== diagnostic.column || before.message !== diagnostic.message;
  });
}
function compareText(a, b2) {
  if (a === b2) return 0;
  return a < b2 ? -1 : 1;
}

// src/report/terminal-style.ts
var CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] };
function styleOf(colours) {
  const paint = (name) => (text2) => colours ? `\x1B[${CODES[name][0]}m${text2}\x1B[${CODES[name][1]}m` : text2;
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    red: paint("red"),
    green: paint("green"),
    yellow: paint("yellow")
  };
}

// src/report/diagnostics-text.ts
function formatDiagnosticsText(diagnostics, options) {
  if (diagnostics.length === 0) return "";
  const style = styleOf(options.colours);
  const lines = diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, style));
  return `${[...lines, "", countDiagnostics(diagnostics)].join("\n")}
`;
}
var SEVERITIES = ["error", "warning", "notice"];
function countDiagnostics(diagnostics) {
  return SEVERITIES.map((kind) => ({
    kind,
    count: diagnostics.filter(({ severity }) => severity === kind).length
  })).filter(({ count }) => count > 0).map(({ kind, count }) => formatNumberOf(count, kind)).join(", ");
}
function isError(diagnostic) {
  return diagnostic.severity === "error";
}
function diagnosticLines(diagnostic, style) {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = style.bold(`${printableLine(file)}:${line}:${column}`);
  const kind = severityWord(severity, style);
  const hintLines = hint === void 0 ? [] : printable(hint).split("\n");
  return [
    `${place} ${kind} ${printableLine(message)} ${style.dim(`[${code}]`)}`,
    ...hintLines.map((hintLine) => `  ${hintLine}`)
  ];
}
function severityWord(severity, style) {
  switch (severity) {
    case "error":
      return style.red(severity);
    case "warning":
      return style.yellow(severity);
    case "notice":
      return style.dim(severity);
    default:
      return severity;
  }
}

// src/commands/load-checked-config.ts
async function loadGivenConfig(options) {
  if (options.paths.length === 0)
    throw new IngestError("usage-invalid", "No configuration is given.", {
      solution: "Name the files, directories or globs, such as --config pipelines/ (in a workflow: the input config)."
    });
  const config2 = await loadConfig(options);
  options.guard?.protect(config2.pipelines, options.environment);
  return config2;
}
function configErrorOf({ diagnostics }) {
  if (!diagnostics.some(isError)) return void 0;
  return new IngestError("config-invalid", `The configuration has ${countDiagnostics(diagnostics)}.`, {
    solution: 'Mend what is listed with file, line and column. "tributary validate" checks without a database.'
  });
}

// src/commands/repository-path.ts
import { isAbsolute, relative, resolve, sep } from "node:path";
function pathInRepository(file, workingDirectory, root) {
  const path5 = relative(root, resolve(workingDirectory, file));
  return path5.startsWith("..") || isAbsolute(path5) ? file : path5.split(sep).join("/");
}

// src/commands/secrets-of.ts
var SECRET_VARIABLES = ["DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET", "DATABRICKS_OIDC_TOKEN"];
function knownSecretsOf(pipelines, environment) {
  const ambient = pipelines.some(({ target }) => target.tag === "unity_catalog") ? SECRET_VARIABLES.map((name) => ({ value: environment[name]?.trim() ?? "" })) : [];
  return [...pipelines.flatMap(configuredSecrets), ...ambient].filter(({ value }) => value !== "");
}
function configuredSecrets({ source, target }) {
  const auth2 = target.tag === "unity_catalog" ? target.databricks.auth : void 0;
  return [
    { secret: source.password, user: source.username },
    { secret: auth2?.tag === "pat" ? auth2.token : void 0, user: void 0 },
    {
      secret: auth2?.tag === "oauth-m2m" ? auth2.clientSecret : void 0,
      user: auth2?.tag === "oauth-m2m" ? auth2.clientId : void 0
    }
  ].flatMap(({ secret, user }) => secret === void 0 ? [] : [{ value: secret.reveal(), user }]);
}

// src/report/annotations.ts
var MARK_PLACES = { error: 10, warning: 10, notice: 9 };
var LEVELS = ["error", "warning", "notice"];
function annotationsOf(diagnostics, pathInRepository2, changed = /* @__PURE__ */ new Map()) {
  return diagnostics.map((diagnostic) => {
    const annotation = annotationOf(diagnostic, pathInRepository2);
    const rank = [
      explainingRank(diagnostic.code),
      changeRank(annotation, changed),
      effectRank(diagnostic.code)
    ];
    return { annotation, rank };
  }).toSorted(
    (a, b2) => LEVELS.indexOf(a.annotation.level) - LEVELS.indexOf(b2.annotation.level) || compareRanks(a.rank, b2.rank) || compareAnnotations(a.annotation, b2.annotation)
  ).map(({ annotation }) => annotation);
}
function annotationOf(diagnostic, pathInRepository2) {
  const { line, column, message, hint } = diagnostic;
  return {
    level: diagnostic.severity,
    title: `Tributary: ${diagnostic.code}`,
    message: hint === void 0 ? message : `${message}
${hint}`,
    file: pathInRepository2(diagnostic.file),
    line,
    column,
    endColumn: Math.max(column, (diagnostic.endColumn ?? column + 1) - 1)
  };
}
var FIRST = /* @__PURE__ */ new Set([
  "path-missing",
  "file-unreadable",
  "file-not-utf8",
  "file-too-large",
  "file-empty",
  "yaml-syntax",
  "yaml-too-complex",
  "document-unknown",
  "no-pipeline"
]);
var LAST = /* @__PURE__ */ new Set(["not-acted-on", "variable-missing"]);
function explainingRank(code) {
  return FIRST.has(code) ? 0 : 1;
}
function changeRank({ file, line }, changed) {
  const ranges = changed.get(file);
  if (ranges === void 0) return 2;
  return ranges.some(({ first, last }) => line >= first && line <= last) ? 0 : 1;
}
function effectRank(code) {
  return LAST.has(code) ? 1 : 0;
}
function compareRanks(one, other) {
  const index = one.findIndex((rank, step) => rank !== other[step]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
function compareAnnotations(one, other) {
  return compareText2(one.file, other.file) || one.line - other.line || one.column - other.column || compareText2(one.title, other.title) || compareText2(one.message, other.message);
}
function compareText2(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
function omittedSentence(told) {
  const parts = LEVELS.filter((level) => told[level] > MARK_PLACES[level]).map(
    (level) => `${MARK_PLACES[level]} of ${told[level]} ${level}s`
  );
  if (parts.length === 0) return void 0;
  return `${parts.join(" and ")} are marked, because GitHub keeps no more; log and job summary list all of them.`;
}

// src/report/markdown-block.ts
function alertBlock(kind, lines) {
  return [`[!${kind}]`, ...lines.flatMap((line) => line.split("\n"))].map((line) => `> ${line}`.trimEnd()).join("\n");
}
function foldedBlock(title, content) {
  return `<details>
<summary>${escapeMarkdown(title)}</summary>

${content}

</details>`;
}
function tableBlock(columns, rows) {
  return [
    columns.map(({ title }) => title),
    columns.map(({ align }) => align === "left" ? "---" : "---:"),
    ...rows
  ].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function escapeShort(text2, maxLength = 200) {
  const characters = Array.from(text2.slice(0, 2 * maxLength + 2));
  return escapeMarkdown(
    characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}…` : text2
  );
}
function capitalised(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

// src/report/diagnostics-markdown.ts
var MAX_BYTES = 300 * 1024;
function formatDiagnosticsMarkdown(diagnostics, { link } = {}) {
  if (diagnostics.length === 0) return "### ✅ No findings\n";
  const heading = `### ${diagnostics.some(isError) ? MARKS.error : MARKS[worstOf(diagnostics)]} ${countDiagnostics(diagnostics)}`;
  const rows = diagnostics.toSorted((a, b2) => WEIGHTS[b2.severity] - WEIGHTS[a.severity]).map((diagnostic) => findingRow(diagnostic, link));
  const fitting = countFitting(rows);
  const left = rows.length - fitting;
  return `${[
    heading,
    "",
    tableBlock(COLUMNS, rows.slice(0, fitting)),
    ...left > 0 ? ["", `… and ${formatNumberOf(left, "more finding")}: the log lists all of them.`] : []
  ].join("\n")}
`;
}
var MARKS = { error: "❌", warning: "⚠️", notice: "ℹ️" };
var WEIGHTS = { error: 2, warning: 1, notice: 0 };
var COLUMNS = ["", "where", "finding", "what to do"].map((title) => ({
  title,
  align: "left"
}));
function worstOf(diagnostics) {
  return diagnostics.some(({ severity }) => severity === "warning") ? "warning" : "notice";
}
function findingRow({ severity, file, line, column, code, message, hint }, link) {
  const place = escapeMarkdown(`${file}:${line}:${column}`);
  const linked = link === void 0 ? place : `[${place}](<${encodeURI(link(file, line)).replace(/[<>]/g, "")}>)`;
  return [MARKS[severity], linked, `${proseOf(message)} <sub>${code}</sub>`, proseOf(hint ?? "")];
}
function proseOf(sentence) {
  return sentence.split(/`([^`]*)`/).map((part, index) => index % 2 === 1 ? `<code>${escapeMarkdown(part)}</code>` : escapeSpaced(part)).join("");
}
function escapeSpaced(text2) {
  return text2.trim() === "" ? text2 : escapeMarkdown(text2);
}
function countFitting(rows) {
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    bytes += Buffer.byteLength(row.join(" | ")) + ROW_FRAME_BYTES;
    if (bytes > MAX_BYTES - FRAME_BYTES) return count;
    count += 1;
  }
  return count;
}
var ROW_FRAME_BYTES = 5;
var FRAME_BYTES = 1024;

// src/report/redactor.ts
var MIN_LENGTH = 4;
var STANDS_FOR_A_SECRET = "***";
function createRedactor(secrets) {
  const forms = [...new Set(secrets.flatMap(formsOf))].filter((form) => form.length >= MIN_LENGTH).toSorted((a, b2) => b2.length - a.length || (a < b2 ? -1 : 1));
  return { forms, redact: (text2) => hide(text2, occurrencesOf(text2, forms)) };
}
function formsOf({ value, user }) {
  const lines = value.split(/\r\n|\r|\n/).map((line) => line.trim());
  const texts = [.../* @__PURE__ */ new Set([value, value.trim(), ...lines])].filter((text2) => text2.length >= MIN_LENGTH);
  if (texts.length === 0) return [];
  const pair = user === void 0 ? [] : base64Forms(`${user}:${value}`);
  return [...texts.flatMap((text2) => [text2, ...writtenForms(text2), ...base64Forms(text2)]), ...pair];
}
function writtenForms(text2) {
  const encoded = encodeURIComponent(text2.toWellFormed());
  const strictlyEncoded = encoded.replace(/[!'()*]/g, percentEncoded);
  return [
    JSON.stringify(text2).slice(1, -1),
    text2.replaceAll("'", "''"),
    ...[encoded, strictlyEncoded].flatMap((form) => [
      form,
      form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      form.replaceAll("%20", "+")
    ]),
    printable(text2),
    withoutCommands(text2),
    escapeMarkdown(text2),
    // In the middle of a line, where a hyphen or a number begins no list.
    escapeMarkdown(`x${text2}x`).slice(1, -1)
  ];
}
function base64Forms(text2) {
  const bytes = Buffer.from(text2);
  const padded = bytes.toString("base64");
  return [padded, padded.replace(/=+$/, ""), bytes.toString("base64url")];
}
function percentEncoded(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function occurrencesOf(text2, forms) {
  return forms.flatMap((form) => {
    const spans = [];
    for (let start = text2.indexOf(form); start !== -1; start = text2.indexOf(form, start + 1))
      spans.push([start, start + form.length]);
    return spans;
  }).toSorted(([a], [b2]) => a - b2);
}
function hide(text2, spans) {
  let shown = "";
  let end = 0;
  for (const [from, to] of spans) {
    if (from >= end) shown += text2.slice(end, from) + STANDS_FOR_A_SECRET;
    end = Math.max(end, to);
  }
  return shown + text2.slice(end);
}

// src/workflow/changed-lines-of-merge.ts
import { execFile } from "node:child_process";
import { promisify } from "node:util";

// src/report/changed-lines.ts
var HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
function changedLinesOf(patch) {
  const ranges = [];
  let line = 0;
  for (const text2 of (patch ?? "").split("\n")) {
    const [, start] = HUNK.exec(text2) ?? [];
    if (start !== void 0) line = Number(start);
    else if (text2.startsWith("+")) {
      const before = ranges.at(-1);
      if (before?.last === line - 1) before.last = line;
      else ranges.push({ first: line, last: line });
      line += 1;
    } else if (text2.startsWith(" ")) line += 1;
  }
  return ranges;
}

// src/workflow/changed-lines-of-merge.ts
var run = promisify(execFile);
var MAX_FILES = 200;
async function changedLinesOfMerge(repository, files) {
  const asked = files.slice(0, MAX_FILES);
  if (asked.length === 0) return /* @__PURE__ */ new Map();
  try {
    await run("git", ["rev-parse", "--verify", "--quiet", "HEAD^2"], { cwd: repository });
    const names = await diff(repository, ["--name-only", "-z"], asked);
    const changed = names.split("\0").filter((name) => name !== "");
    const patches = changed.map(
      async (file) => [file, changedLinesOf(hunksOf(await diff(repository, ["--unified=0"], [file])))]
    );
    return new Map(await Promise.all(patches));
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
function hunksOf(patch) {
  const start = patch.indexOf("\n@@ ");
  return start === -1 ? "" : patch.slice(start + 1);
}
async function diff(repository, options, files) {
  const words = ["--literal-pathspecs", "diff", "--no-ext-diff", "--no-textconv", "--no-color", ...options];
  const { stdout } = await run("git", [...words, "HEAD^1", "HEAD", "--", ...files], {
    cwd: repository,
    maxBuffer: MAX_OUTPUT_BYTES
  });
  return stdout;
}
var MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

// src/workflow/step-config.ts
var PLAIN = { colours: false };
async function loadStepConfig(step, purpose) {
  const { inputs, environment, workingDirectory, log } = step;
  const config2 = await loadGivenConfig({
    paths: inputs.config,
    environment,
    workingDirectory,
    missingVariables: purpose === "review" ? "warning" : "error",
    lint: purpose === "review"
  });
  log.protect(createRedactor([...knownSecretsOf(config2.pipelines, environment), ...ownSecrets(step)]));
  await markFindings(step, config2.diagnostics);
  return config2;
}
function ownSecrets({ inputs: { githubToken, scratchUrl } }) {
  return [
    ...githubToken === void 0 ? [] : [{ value: githubToken.reveal() }],
    ...scratchUrl === void 0 ? [] : secretsOfUrl(scratchUrl.reveal())
  ];
}
function secretsOfUrl(url) {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: "", password: "" };
  if (password === "" || password === username) return [{ value: url }];
  return [{ value: url }, { value: password }, { value: decoded(password), user: decoded(username) }];
}
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
async function markFindings({ workingDirectory, workspace, event, log }, diagnostics) {
  const inRepository = (file) => pathInRepository(file, workingDirectory, workspace);
  const files = [...new Set(diagnostics.map(({ file }) => inRepository(file)))];
  const changed = event.eventName === "pull_request" ? await changedLinesOfMerge(workspace, files) : void 0;
  log.annotate(annotationsOf(diagnostics, inRepository, changed));
  if (diagnostics.length > 0) log.group("All findings", formatDiagnosticsText(diagnostics, PLAIN));
}
async function loadRightConfig(step) {
  const config2 = await loadStepConfig(step, "use");
  if (config2.diagnostics.length > 0) step.log.append(formatDiagnosticsMarkdown(config2.diagnostics));
  const error = configErrorOf(config2);
  if (error !== void 0) throw error;
  return config2;
}

export {
  nearestWord,
  duration,
  parseDuration,
  printable,
  printableLine,
  withoutCommands,
  styleOf,
  MARK_PLACES,
  omittedSentence,
  escapeMarkdown,
  codeBlock,
  createRedactor,
  alertBlock,
  foldedBlock,
  tableBlock,
  escapeShort,
  capitalised,
  valueAt,
  nodeConfigFiles,
  expandPath,
  withoutRepeats,
  parseCron,
  previousDue,
  dueTimesBetween,
  looksPersonal,
  readConfigFile,
  parseYamlFile,
  configErrorOf,
  choosePipelines,
  formatDiagnosticsMarkdown,
  PLAIN,
  loadStepConfig,
  markFindings,
  loadRightConfig
};
