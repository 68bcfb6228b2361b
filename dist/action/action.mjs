import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FENCED_TEXT,
  UNRESOLVED_TEXT
} from "./part-G5JFD5E4.mjs";
import {
  Secret,
  throwProblems
} from "./part-VSSIKU75.mjs";
import {
  CheckpointStore,
  STATE_TABLE,
  ZERO_LSN,
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
  failedBy,
  formatBytes,
  formatCount,
  formatDuration,
  formatLsn,
  formatNumberOf,
  formatSortableLsn,
  globalRegistry,
  int,
  judged,
  laterLsn,
  literal,
  lsnDistance,
  lsnOf,
  number,
  parseLsn,
  passed,
  record,
  strictObject,
  string,
  union,
  unproven
} from "./part-WWVHGCQS.mjs";
import {
  METADATA_COLUMNS,
  RESERVED_COLUMN_NAMES,
  buildAddColumn,
  buildCreateSchema,
  buildCreateTargetTable,
  buildFillColumn,
  columnDefinitions,
  quoteTable
} from "./part-TBZWB7EC.mjs";
import {
  displayTargetName
} from "./part-SL2CX4DZ.mjs";
import {
  ERROR_CODES,
  IngestError,
  __callDispose,
  __commonJS,
  __require,
  __toESM,
  __using
} from "./part-7O6UMEXX.mjs";

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports) {
    "use strict";
    var net = __require("net");
    var tls = __require("tls");
    var http = __require("http");
    var https = __require("https");
    var events = __require("events");
    var assert = __require("assert");
    var util = __require("util");
    exports.httpOverHttp = httpOverHttp2;
    exports.httpsOverHttp = httpsOverHttp2;
    exports.httpOverHttps = httpOverHttps2;
    exports.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      return agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      return agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function onFree(socket, host, port, localAddress) {
        var options2 = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) {
        connectOptions.localAddress = options.localAddress;
      }
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
      }
      debug2("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
      connectReq.once("response", onResponse);
      connectReq.once("upgrade", onUpgrade);
      connectReq.once("connect", onConnect);
      connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug2(
            "tunneling socket could not be established, statusCode=%d",
            res.statusCode
          );
          socket.destroy();
          var error2 = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug2("got illegal response body from proxy");
          socket.destroy();
          var error2 = new Error("got illegal response body from proxy");
          error2.code = "ECONNRESET";
          options.request.emit("error", error2);
          self.removeSocket(placeholder);
          return;
        }
        debug2("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug2(
          "tunneling socket could not be established, cause=%s\n",
          cause.message,
          cause.stack
        );
        var error2 = new Error("tunneling socket could not be established, cause=" + cause.message);
        error2.code = "ECONNRESET";
        options.request.emit("error", error2);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) {
        return;
      }
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) {
        this.createSocket(pending, function(socket2) {
          pending.request.onSocket(socket2);
        });
      }
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") {
        return {
          host,
          port,
          localAddress
        };
      }
      return host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) {
              target[k] = overrides[k];
            }
          }
        }
      }
      return target;
    }
    var debug2;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
      debug2 = function() {
        var args = Array.prototype.slice.call(arguments);
        if (typeof args[0] === "string") {
          args[0] = "TUNNEL: " + args[0];
        } else {
          args.unshift("TUNNEL:");
        }
        console.error.apply(console, args);
      };
    } else {
      debug2 = function() {
      };
    }
    exports.debug = debug2;
  }
});

// node_modules/tunnel/index.js
var require_tunnel2 = __commonJS({
  "node_modules/tunnel/index.js"(exports, module) {
    module.exports = require_tunnel();
  }
});

// left-out:undici
var require_undici = __commonJS({
  "left-out:undici"(exports, module) {
    function refuse2() {
      throw new Error("The bundle has no undici.");
    }
    module.exports = new Proxy(refuse2, { get: (_, key) => key === "__esModule" ? void 0 : refuse2() });
  }
});

// node_modules/postgres-array/index.js
var require_postgres_array = __commonJS({
  "node_modules/postgres-array/index.js"(exports) {
    "use strict";
    exports.parse = function(source, transform) {
      return new ArrayParser(source, transform).parse();
    };
    var ArrayParser = class _ArrayParser {
      constructor(source, transform) {
        this.source = source;
        this.transform = transform || identity;
        this.position = 0;
        this.entries = [];
        this.recorded = [];
        this.dimension = 0;
      }
      isEof() {
        return this.position >= this.source.length;
      }
      nextCharacter() {
        var character = this.source[this.position++];
        if (character === "\\") {
          return {
            value: this.source[this.position++],
            escaped: true
          };
        }
        return {
          value: character,
          escaped: false
        };
      }
      record(character) {
        this.recorded.push(character);
      }
      newEntry(includeEmpty) {
        var entry;
        if (this.recorded.length > 0 || includeEmpty) {
          entry = this.recorded.join("");
          if (entry === "NULL" && !includeEmpty) {
            entry = null;
          }
          if (entry !== null) entry = this.transform(entry);
          this.entries.push(entry);
          this.recorded = [];
        }
      }
      consumeDimensions() {
        if (this.source[0] === "[") {
          while (!this.isEof()) {
            var char = this.nextCharacter();
            if (char.value === "=") break;
          }
        }
      }
      parse(nested) {
        var character, parser, quote;
        this.consumeDimensions();
        while (!this.isEof()) {
          character = this.nextCharacter();
          if (character.value === "{" && !quote) {
            this.dimension++;
            if (this.dimension > 1) {
              parser = new _ArrayParser(this.source.substr(this.position - 1), this.transform);
              this.entries.push(parser.parse(true));
              this.position += parser.position - 2;
            }
          } else if (character.value === "}" && !quote) {
            this.dimension--;
            if (!this.dimension) {
              this.newEntry();
              if (nested) return this.entries;
            }
          } else if (character.value === '"' && !character.escaped) {
            if (quote) this.newEntry(true);
            quote = !quote;
          } else if (character.value === "," && !quote) {
            this.newEntry();
          } else {
            this.record(character.value);
          }
        }
        if (this.dimension !== 0) {
          throw new Error("array dimension not balanced");
        }
        return this.entries;
      }
    };
    function identity(value) {
      return value;
    }
  }
});

// node_modules/pg-types/lib/arrayParser.js
var require_arrayParser = __commonJS({
  "node_modules/pg-types/lib/arrayParser.js"(exports, module) {
    var array2 = require_postgres_array();
    module.exports = {
      create: function(source, transform) {
        return {
          parse: function() {
            return array2.parse(source, transform);
          }
        };
      }
    };
  }
});

// node_modules/postgres-date/index.js
var require_postgres_date = __commonJS({
  "node_modules/postgres-date/index.js"(exports, module) {
    "use strict";
    var DATE_TIME = /(\d{1,})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(\.\d{1,})?.*?( BC)?$/;
    var DATE = /^(\d{1,})-(\d{2})-(\d{2})( BC)?$/;
    var TIME_ZONE = /([Z+-])(\d{2})?:?(\d{2})?:?(\d{2})?/;
    var INFINITY = /^-?infinity$/;
    module.exports = function parseDate(isoDate) {
      if (INFINITY.test(isoDate)) {
        return Number(isoDate.replace("i", "I"));
      }
      var matches = DATE_TIME.exec(isoDate);
      if (!matches) {
        return getDate(isoDate) || null;
      }
      var isBC = !!matches[8];
      var year = parseInt(matches[1], 10);
      if (isBC) {
        year = bcYearToNegativeYear(year);
      }
      var month = parseInt(matches[2], 10) - 1;
      var day = matches[3];
      var hour = parseInt(matches[4], 10);
      var minute = parseInt(matches[5], 10);
      var second = parseInt(matches[6], 10);
      var ms = matches[7];
      ms = ms ? 1e3 * parseFloat(ms) : 0;
      var date;
      var offset = timeZoneOffset(isoDate);
      if (offset != null) {
        date = new Date(Date.UTC(year, month, day, hour, minute, second, ms));
        if (is0To99(year)) {
          date.setUTCFullYear(year);
        }
        if (offset !== 0) {
          date.setTime(date.getTime() - offset);
        }
      } else {
        date = new Date(year, month, day, hour, minute, second, ms);
        if (is0To99(year)) {
          date.setFullYear(year);
        }
      }
      return date;
    };
    function getDate(isoDate) {
      var matches = DATE.exec(isoDate);
      if (!matches) {
        return;
      }
      var year = parseInt(matches[1], 10);
      var isBC = !!matches[4];
      if (isBC) {
        year = bcYearToNegativeYear(year);
      }
      var month = parseInt(matches[2], 10) - 1;
      var day = matches[3];
      var date = new Date(year, month, day);
      if (is0To99(year)) {
        date.setFullYear(year);
      }
      return date;
    }
    function timeZoneOffset(isoDate) {
      if (isoDate.endsWith("+00")) {
        return 0;
      }
      var zone = TIME_ZONE.exec(isoDate.split(" ")[1]);
      if (!zone) return;
      var type = zone[1];
      if (type === "Z") {
        return 0;
      }
      var sign = type === "-" ? -1 : 1;
      var offset = parseInt(zone[2], 10) * 3600 + parseInt(zone[3] || 0, 10) * 60 + parseInt(zone[4] || 0, 10);
      return offset * sign * 1e3;
    }
    function bcYearToNegativeYear(year) {
      return -(year - 1);
    }
    function is0To99(num) {
      return num >= 0 && num < 100;
    }
  }
});

// node_modules/xtend/mutable.js
var require_mutable = __commonJS({
  "node_modules/xtend/mutable.js"(exports, module) {
    module.exports = extend;
    var hasOwnProperty = Object.prototype.hasOwnProperty;
    function extend(target) {
      for (var i = 1; i < arguments.length; i++) {
        var source = arguments[i];
        for (var key in source) {
          if (hasOwnProperty.call(source, key)) {
            target[key] = source[key];
          }
        }
      }
      return target;
    }
  }
});

// node_modules/postgres-interval/index.js
var require_postgres_interval = __commonJS({
  "node_modules/postgres-interval/index.js"(exports, module) {
    "use strict";
    var extend = require_mutable();
    module.exports = PostgresInterval;
    function PostgresInterval(raw) {
      if (!(this instanceof PostgresInterval)) {
        return new PostgresInterval(raw);
      }
      extend(this, parse(raw));
    }
    var properties = ["seconds", "minutes", "hours", "days", "months", "years"];
    PostgresInterval.prototype.toPostgres = function() {
      var filtered = properties.filter(this.hasOwnProperty, this);
      if (this.milliseconds && filtered.indexOf("seconds") < 0) {
        filtered.push("seconds");
      }
      if (filtered.length === 0) return "0";
      return filtered.map(function(property) {
        var value = this[property] || 0;
        if (property === "seconds" && this.milliseconds) {
          value = (value + this.milliseconds / 1e3).toFixed(6).replace(/\.?0+$/, "");
        }
        return value + " " + property;
      }, this).join(" ");
    };
    var propertiesISOEquivalent = {
      years: "Y",
      months: "M",
      days: "D",
      hours: "H",
      minutes: "M",
      seconds: "S"
    };
    var dateProperties = ["years", "months", "days"];
    var timeProperties = ["hours", "minutes", "seconds"];
    PostgresInterval.prototype.toISOString = PostgresInterval.prototype.toISO = function() {
      var datePart = dateProperties.map(buildProperty, this).join("");
      var timePart = timeProperties.map(buildProperty, this).join("");
      return "P" + datePart + "T" + timePart;
      function buildProperty(property) {
        var value = this[property] || 0;
        if (property === "seconds" && this.milliseconds) {
          value = (value + this.milliseconds / 1e3).toFixed(6).replace(/0+$/, "");
        }
        return value + propertiesISOEquivalent[property];
      }
    };
    var NUMBER = "([+-]?\\d+)";
    var YEAR = NUMBER + "\\s+years?";
    var MONTH = NUMBER + "\\s+mons?";
    var DAY = NUMBER + "\\s+days?";
    var TIME = "([+-])?([\\d]*):(\\d\\d):(\\d\\d)\\.?(\\d{1,6})?";
    var INTERVAL = new RegExp([YEAR, MONTH, DAY, TIME].map(function(regexString) {
      return "(" + regexString + ")?";
    }).join("\\s*"));
    var positions = {
      years: 2,
      months: 4,
      days: 6,
      hours: 9,
      minutes: 10,
      seconds: 11,
      milliseconds: 12
    };
    var negatives = ["hours", "minutes", "seconds", "milliseconds"];
    function parseMilliseconds(fraction) {
      var microseconds = fraction + "000000".slice(fraction.length);
      return parseInt(microseconds, 10) / 1e3;
    }
    function parse(interval) {
      if (!interval) return {};
      var matches = INTERVAL.exec(interval);
      var isNegative = matches[8] === "-";
      return Object.keys(positions).reduce(function(parsed, property) {
        var position = positions[property];
        var value = matches[position];
        if (!value) return parsed;
        value = property === "milliseconds" ? parseMilliseconds(value) : parseInt(value, 10);
        if (!value) return parsed;
        if (isNegative && ~negatives.indexOf(property)) {
          value *= -1;
        }
        parsed[property] = value;
        return parsed;
      }, {});
    }
  }
});

// node_modules/postgres-bytea/index.js
var require_postgres_bytea = __commonJS({
  "node_modules/postgres-bytea/index.js"(exports, module) {
    "use strict";
    var bufferFrom = Buffer.from || Buffer;
    module.exports = function parseBytea(input) {
      if (/^\\x/.test(input)) {
        return bufferFrom(input.substr(2), "hex");
      }
      var output = "";
      var i = 0;
      while (i < input.length) {
        if (input[i] !== "\\") {
          output += input[i];
          ++i;
        } else {
          if (/[0-7]{3}/.test(input.substr(i + 1, 3))) {
            output += String.fromCharCode(parseInt(input.substr(i + 1, 3), 8));
            i += 4;
          } else {
            var backslashes = 1;
            while (i + backslashes < input.length && input[i + backslashes] === "\\") {
              backslashes++;
            }
            for (var k = 0; k < Math.floor(backslashes / 2); ++k) {
              output += "\\";
            }
            i += Math.floor(backslashes / 2) * 2;
          }
        }
      }
      return bufferFrom(output, "binary");
    };
  }
});

// node_modules/pg-types/lib/textParsers.js
var require_textParsers = __commonJS({
  "node_modules/pg-types/lib/textParsers.js"(exports, module) {
    var array2 = require_postgres_array();
    var arrayParser = require_arrayParser();
    var parseDate = require_postgres_date();
    var parseInterval = require_postgres_interval();
    var parseByteA = require_postgres_bytea();
    function allowNull(fn) {
      return function nullAllowed(value) {
        if (value === null) return value;
        return fn(value);
      };
    }
    function parseBool(value) {
      if (value === null) return value;
      return value === "TRUE" || value === "t" || value === "true" || value === "y" || value === "yes" || value === "on" || value === "1";
    }
    function parseBoolArray(value) {
      if (!value) return null;
      return array2.parse(value, parseBool);
    }
    function parseBaseTenInt(string2) {
      return parseInt(string2, 10);
    }
    function parseIntegerArray(value) {
      if (!value) return null;
      return array2.parse(value, allowNull(parseBaseTenInt));
    }
    function parseBigIntegerArray(value) {
      if (!value) return null;
      return array2.parse(value, allowNull(function(entry) {
        return parseBigInteger(entry).trim();
      }));
    }
    var parsePointArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parsePoint(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseFloatArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseFloat(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseStringArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value);
      return p.parse();
    };
    var parseDateArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseDate(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseIntervalArray = function(value) {
      if (!value) {
        return null;
      }
      var p = arrayParser.create(value, function(entry) {
        if (entry !== null) {
          entry = parseInterval(entry);
        }
        return entry;
      });
      return p.parse();
    };
    var parseByteAArray = function(value) {
      if (!value) {
        return null;
      }
      return array2.parse(value, allowNull(parseByteA));
    };
    var parseInteger = function(value) {
      return parseInt(value, 10);
    };
    var parseBigInteger = function(value) {
      var valStr = String(value);
      if (/^\d+$/.test(valStr)) {
        return valStr;
      }
      return value;
    };
    var parseJsonArray = function(value) {
      if (!value) {
        return null;
      }
      return array2.parse(value, allowNull(JSON.parse));
    };
    var parsePoint = function(value) {
      if (value[0] !== "(") {
        return null;
      }
      value = value.substring(1, value.length - 1).split(",");
      return {
        x: parseFloat(value[0]),
        y: parseFloat(value[1])
      };
    };
    var parseCircle = function(value) {
      if (value[0] !== "<" && value[1] !== "(") {
        return null;
      }
      var point = "(";
      var radius = "";
      var pointParsed = false;
      for (var i = 2; i < value.length - 1; i++) {
        if (!pointParsed) {
          point += value[i];
        }
        if (value[i] === ")") {
          pointParsed = true;
          continue;
        } else if (!pointParsed) {
          continue;
        }
        if (value[i] === ",") {
          continue;
        }
        radius += value[i];
      }
      var result = parsePoint(point);
      result.radius = parseFloat(radius);
      return result;
    };
    var init = function(register) {
      register(20, parseBigInteger);
      register(21, parseInteger);
      register(23, parseInteger);
      register(26, parseInteger);
      register(700, parseFloat);
      register(701, parseFloat);
      register(16, parseBool);
      register(1082, parseDate);
      register(1114, parseDate);
      register(1184, parseDate);
      register(600, parsePoint);
      register(651, parseStringArray);
      register(718, parseCircle);
      register(1e3, parseBoolArray);
      register(1001, parseByteAArray);
      register(1005, parseIntegerArray);
      register(1007, parseIntegerArray);
      register(1028, parseIntegerArray);
      register(1016, parseBigIntegerArray);
      register(1017, parsePointArray);
      register(1021, parseFloatArray);
      register(1022, parseFloatArray);
      register(1231, parseFloatArray);
      register(1014, parseStringArray);
      register(1015, parseStringArray);
      register(1008, parseStringArray);
      register(1009, parseStringArray);
      register(1040, parseStringArray);
      register(1041, parseStringArray);
      register(1115, parseDateArray);
      register(1182, parseDateArray);
      register(1185, parseDateArray);
      register(1186, parseInterval);
      register(1187, parseIntervalArray);
      register(17, parseByteA);
      register(114, JSON.parse.bind(JSON));
      register(3802, JSON.parse.bind(JSON));
      register(199, parseJsonArray);
      register(3807, parseJsonArray);
      register(3907, parseStringArray);
      register(2951, parseStringArray);
      register(791, parseStringArray);
      register(1183, parseStringArray);
      register(1270, parseStringArray);
    };
    module.exports = {
      init
    };
  }
});

// node_modules/pg-int8/index.js
var require_pg_int8 = __commonJS({
  "node_modules/pg-int8/index.js"(exports, module) {
    "use strict";
    var BASE = 1e6;
    function readInt8(buffer) {
      var high = buffer.readInt32BE(0);
      var low = buffer.readUInt32BE(4);
      var sign = "";
      if (high < 0) {
        high = ~high + (low === 0);
        low = ~low + 1 >>> 0;
        sign = "-";
      }
      var result = "";
      var carry;
      var t;
      var digits;
      var pad2;
      var l;
      var i;
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad2 = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad2 += "0";
        }
        result = pad2 + digits + result;
      }
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad2 = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad2 += "0";
        }
        result = pad2 + digits + result;
      }
      {
        carry = high % BASE;
        high = high / BASE >>> 0;
        t = 4294967296 * carry + low;
        low = t / BASE >>> 0;
        digits = "" + (t - BASE * low);
        if (low === 0 && high === 0) {
          return sign + digits + result;
        }
        pad2 = "";
        l = 6 - digits.length;
        for (i = 0; i < l; i++) {
          pad2 += "0";
        }
        result = pad2 + digits + result;
      }
      {
        carry = high % BASE;
        t = 4294967296 * carry + low;
        digits = "" + t % BASE;
        return sign + digits + result;
      }
    }
    module.exports = readInt8;
  }
});

// node_modules/pg-types/lib/binaryParsers.js
var require_binaryParsers = __commonJS({
  "node_modules/pg-types/lib/binaryParsers.js"(exports, module) {
    var parseInt64 = require_pg_int8();
    var parseBits = function(data, bits, offset, invert, callback) {
      offset = offset || 0;
      invert = invert || false;
      callback = callback || function(lastValue, newValue, bits2) {
        return lastValue * Math.pow(2, bits2) + newValue;
      };
      var offsetBytes = offset >> 3;
      var inv = function(value) {
        if (invert) {
          return ~value & 255;
        }
        return value;
      };
      var mask = 255;
      var firstBits = 8 - offset % 8;
      if (bits < firstBits) {
        mask = 255 << 8 - bits & 255;
        firstBits = bits;
      }
      if (offset) {
        mask = mask >> offset % 8;
      }
      var result = 0;
      if (offset % 8 + bits >= 8) {
        result = callback(0, inv(data[offsetBytes]) & mask, firstBits);
      }
      var bytes = bits + offset >> 3;
      for (var i = offsetBytes + 1; i < bytes; i++) {
        result = callback(result, inv(data[i]), 8);
      }
      var lastBits = (bits + offset) % 8;
      if (lastBits > 0) {
        result = callback(result, inv(data[bytes]) >> 8 - lastBits, lastBits);
      }
      return result;
    };
    var parseFloatFromBits = function(data, precisionBits, exponentBits) {
      var bias = Math.pow(2, exponentBits - 1) - 1;
      var sign = parseBits(data, 1);
      var exponent = parseBits(data, exponentBits, 1);
      if (exponent === 0) {
        return 0;
      }
      var precisionBitsCounter = 1;
      var parsePrecisionBits = function(lastValue, newValue, bits) {
        if (lastValue === 0) {
          lastValue = 1;
        }
        for (var i = 1; i <= bits; i++) {
          precisionBitsCounter /= 2;
          if ((newValue & 1 << bits - i) > 0) {
            lastValue += precisionBitsCounter;
          }
        }
        return lastValue;
      };
      var mantissa = parseBits(data, precisionBits, exponentBits + 1, false, parsePrecisionBits);
      if (exponent == Math.pow(2, exponentBits + 1) - 1) {
        if (mantissa === 0) {
          return sign === 0 ? Infinity : -Infinity;
        }
        return NaN;
      }
      return (sign === 0 ? 1 : -1) * Math.pow(2, exponent - bias) * mantissa;
    };
    var parseInt16 = function(value) {
      if (parseBits(value, 1) == 1) {
        return -1 * (parseBits(value, 15, 1, true) + 1);
      }
      return parseBits(value, 15, 1);
    };
    var parseInt32 = function(value) {
      if (parseBits(value, 1) == 1) {
        return -1 * (parseBits(value, 31, 1, true) + 1);
      }
      return parseBits(value, 31, 1);
    };
    var parseFloat32 = function(value) {
      return parseFloatFromBits(value, 23, 8);
    };
    var parseFloat64 = function(value) {
      return parseFloatFromBits(value, 52, 11);
    };
    var parseNumeric = function(value) {
      var sign = parseBits(value, 16, 32);
      if (sign == 49152) {
        return NaN;
      }
      var weight = Math.pow(1e4, parseBits(value, 16, 16));
      var result = 0;
      var digits = [];
      var ndigits = parseBits(value, 16);
      for (var i = 0; i < ndigits; i++) {
        result += parseBits(value, 16, 64 + 16 * i) * weight;
        weight /= 1e4;
      }
      var scale = Math.pow(10, parseBits(value, 16, 48));
      return (sign === 0 ? 1 : -1) * Math.round(result * scale) / scale;
    };
    var parseDate = function(isUTC, value) {
      var sign = parseBits(value, 1);
      var rawValue = parseBits(value, 63, 1);
      var result = new Date((sign === 0 ? 1 : -1) * rawValue / 1e3 + 9466848e5);
      if (!isUTC) {
        result.setTime(result.getTime() + result.getTimezoneOffset() * 6e4);
      }
      result.usec = rawValue % 1e3;
      result.getMicroSeconds = function() {
        return this.usec;
      };
      result.setMicroSeconds = function(value2) {
        this.usec = value2;
      };
      result.getUTCMicroSeconds = function() {
        return this.usec;
      };
      return result;
    };
    var parseArray = function(value) {
      var dim = parseBits(value, 32);
      var flags = parseBits(value, 32, 32);
      var elementType = parseBits(value, 32, 64);
      var offset = 96;
      var dims = [];
      for (var i = 0; i < dim; i++) {
        dims[i] = parseBits(value, 32, offset);
        offset += 32;
        offset += 32;
      }
      var parseElement = function(elementType2) {
        var length = parseBits(value, 32, offset);
        offset += 32;
        if (length == 4294967295) {
          return null;
        }
        var result;
        if (elementType2 == 23 || elementType2 == 20) {
          result = parseBits(value, length * 8, offset);
          offset += length * 8;
          return result;
        } else if (elementType2 == 25) {
          result = value.toString(this.encoding, offset >> 3, (offset += length << 3) >> 3);
          return result;
        } else {
          console.log("ERROR: ElementType not implemented: " + elementType2);
        }
      };
      var parse = function(dimension, elementType2) {
        var array2 = [];
        var i2;
        if (dimension.length > 1) {
          var count = dimension.shift();
          for (i2 = 0; i2 < count; i2++) {
            array2[i2] = parse(dimension, elementType2);
          }
          dimension.unshift(count);
        } else {
          for (i2 = 0; i2 < dimension[0]; i2++) {
            array2[i2] = parseElement(elementType2);
          }
        }
        return array2;
      };
      return parse(dims, elementType);
    };
    var parseText = function(value) {
      return value.toString("utf8");
    };
    var parseBool = function(value) {
      if (value === null) return null;
      return parseBits(value, 8) > 0;
    };
    var init = function(register) {
      register(20, parseInt64);
      register(21, parseInt16);
      register(23, parseInt32);
      register(26, parseInt32);
      register(1700, parseNumeric);
      register(700, parseFloat32);
      register(701, parseFloat64);
      register(16, parseBool);
      register(1114, parseDate.bind(null, false));
      register(1184, parseDate.bind(null, true));
      register(1e3, parseArray);
      register(1007, parseArray);
      register(1016, parseArray);
      register(1008, parseArray);
      register(1009, parseArray);
      register(25, parseText);
    };
    module.exports = {
      init
    };
  }
});

// node_modules/pg-types/lib/builtins.js
var require_builtins = __commonJS({
  "node_modules/pg-types/lib/builtins.js"(exports, module) {
    module.exports = {
      BOOL: 16,
      BYTEA: 17,
      CHAR: 18,
      INT8: 20,
      INT2: 21,
      INT4: 23,
      REGPROC: 24,
      TEXT: 25,
      OID: 26,
      TID: 27,
      XID: 28,
      CID: 29,
      JSON: 114,
      XML: 142,
      PG_NODE_TREE: 194,
      SMGR: 210,
      PATH: 602,
      POLYGON: 604,
      CIDR: 650,
      FLOAT4: 700,
      FLOAT8: 701,
      ABSTIME: 702,
      RELTIME: 703,
      TINTERVAL: 704,
      CIRCLE: 718,
      MACADDR8: 774,
      MONEY: 790,
      MACADDR: 829,
      INET: 869,
      ACLITEM: 1033,
      BPCHAR: 1042,
      VARCHAR: 1043,
      DATE: 1082,
      TIME: 1083,
      TIMESTAMP: 1114,
      TIMESTAMPTZ: 1184,
      INTERVAL: 1186,
      TIMETZ: 1266,
      BIT: 1560,
      VARBIT: 1562,
      NUMERIC: 1700,
      REFCURSOR: 1790,
      REGPROCEDURE: 2202,
      REGOPER: 2203,
      REGOPERATOR: 2204,
      REGCLASS: 2205,
      REGTYPE: 2206,
      UUID: 2950,
      TXID_SNAPSHOT: 2970,
      PG_LSN: 3220,
      PG_NDISTINCT: 3361,
      PG_DEPENDENCIES: 3402,
      TSVECTOR: 3614,
      TSQUERY: 3615,
      GTSVECTOR: 3642,
      REGCONFIG: 3734,
      REGDICTIONARY: 3769,
      JSONB: 3802,
      REGNAMESPACE: 4089,
      REGROLE: 4096
    };
  }
});

// node_modules/pg-types/index.js
var require_pg_types = __commonJS({
  "node_modules/pg-types/index.js"(exports) {
    var textParsers = require_textParsers();
    var binaryParsers = require_binaryParsers();
    var arrayParser = require_arrayParser();
    var builtinTypes = require_builtins();
    exports.getTypeParser = getTypeParser;
    exports.setTypeParser = setTypeParser;
    exports.arrayParser = arrayParser;
    exports.builtins = builtinTypes;
    var typeParsers = {
      text: {},
      binary: {}
    };
    function noParse(val) {
      return String(val);
    }
    function getTypeParser(oid, format) {
      format = format || "text";
      if (!typeParsers[format]) {
        return noParse;
      }
      return typeParsers[format][oid] || noParse;
    }
    function setTypeParser(oid, format, parseFn) {
      if (typeof format == "function") {
        parseFn = format;
        format = "text";
      }
      typeParsers[format][oid] = parseFn;
    }
    textParsers.init(function(oid, converter) {
      typeParsers.text[oid] = converter;
    });
    binaryParsers.init(function(oid, converter) {
      typeParsers.binary[oid] = converter;
    });
  }
});

// node_modules/pg/lib/defaults.js
var require_defaults = __commonJS({
  "node_modules/pg/lib/defaults.js"(exports, module) {
    "use strict";
    var user;
    try {
      user = process.platform === "win32" ? process.env.USERNAME : process.env.USER;
    } catch {
    }
    module.exports = {
      // database host. defaults to localhost
      host: "localhost",
      // database user's name
      user,
      // name of database to connect
      database: void 0,
      // database user's password
      password: null,
      // a Postgres connection string to be used instead of setting individual connection items
      // NOTE:  Setting this value will cause it to override any other value (such as database or user) defined
      // in the defaults object.
      connectionString: void 0,
      // database port
      port: 5432,
      // number of rows to return at a time from a prepared statement's
      // portal. 0 will return all rows at once
      rows: 0,
      // binary result mode
      binary: false,
      // Connection pool options - see https://github.com/brianc/node-pg-pool
      // number of connections to use in connection pool
      // 0 will disable connection pooling
      max: 10,
      // max milliseconds a client can go unused before it is removed
      // from the pool and destroyed
      idleTimeoutMillis: 3e4,
      client_encoding: "",
      ssl: false,
      // SSL negotiation style: 'postgres' (traditional SSLRequest) or 'direct'
      sslnegotiation: void 0,
      application_name: void 0,
      fallback_application_name: void 0,
      options: void 0,
      parseInputDatesAsUTC: false,
      // max milliseconds any query using this connection will execute for before timing out in error.
      // false=unlimited
      statement_timeout: false,
      // Abort any statement that waits longer than the specified duration in milliseconds while attempting to acquire a lock.
      // false=unlimited
      lock_timeout: false,
      // Terminate any session with an open transaction that has been idle for longer than the specified duration in milliseconds
      // false=unlimited
      idle_in_transaction_session_timeout: false,
      // max milliseconds to wait for query to complete (client side)
      query_timeout: false,
      connect_timeout: 0,
      keepalives: 1,
      keepalives_idle: 0
    };
    var pgTypes = require_pg_types();
    var parseBigInteger = pgTypes.getTypeParser(20, "text");
    var parseBigIntegerArray = pgTypes.getTypeParser(1016, "text");
    module.exports.__defineSetter__("parseInt8", function(val) {
      pgTypes.setTypeParser(20, "text", val ? pgTypes.getTypeParser(23, "text") : parseBigInteger);
      pgTypes.setTypeParser(1016, "text", val ? pgTypes.getTypeParser(1007, "text") : parseBigIntegerArray);
    });
  }
});

// node_modules/pg/lib/utils.js
var require_utils = __commonJS({
  "node_modules/pg/lib/utils.js"(exports, module) {
    "use strict";
    var defaults2 = require_defaults();
    var nodeUtils = __require("util");
    var { isDate } = __require("util/types");
    var invalidDateDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Sending an invalid date to Postgres is deprecated and will throw an error in the next major version of pg. Ensure any Date object passed as a query parameter is valid.",
      "PG_INVALID_DATE"
    );
    function escapeElement(elementRepresentation) {
      const escaped = elementRepresentation.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
      return '"' + escaped + '"';
    }
    function arrayString(val) {
      let result = "{";
      for (let i = 0; i < val.length; i++) {
        if (i > 0) {
          result += ",";
        }
        let item = val[i];
        if (item == null) {
          result += "NULL";
        } else if (Array.isArray(item)) {
          result += arrayString(item);
        } else if (ArrayBuffer.isView(item)) {
          if (!(item instanceof Buffer)) {
            item = Buffer.from(item.buffer, item.byteOffset, item.byteLength);
          }
          result += "\\\\x" + item.toString("hex");
        } else {
          result += escapeElement(prepareValue(item));
        }
      }
      result += "}";
      return result;
    }
    var prepareValue = function(val, seen) {
      if (val == null) {
        return null;
      }
      if (typeof val === "object") {
        if (val instanceof Buffer) {
          return val;
        }
        if (ArrayBuffer.isView(val)) {
          return Buffer.from(val.buffer, val.byteOffset, val.byteLength);
        }
        if (isDate(val)) {
          if (isNaN(val.getTime())) {
            invalidDateDeprecationNotice();
          }
          if (defaults2.parseInputDatesAsUTC) {
            return dateToStringUTC(val);
          } else {
            return dateToString(val);
          }
        }
        if (Array.isArray(val)) {
          return arrayString(val);
        }
        return prepareObject(val, seen);
      }
      return val.toString();
    };
    function prepareObject(val, seen) {
      if (val && typeof val.toPostgres === "function") {
        seen = seen || [];
        if (seen.indexOf(val) !== -1) {
          throw new Error('circular reference detected while preparing "' + val + '" for query');
        }
        seen.push(val);
        return prepareValue(val.toPostgres(prepareValue), seen);
      }
      return JSON.stringify(val);
    }
    function dateToString(date) {
      let offset = -date.getTimezoneOffset();
      let year = date.getFullYear();
      const isBCYear = year < 1;
      if (isBCYear) year = Math.abs(year) + 1;
      let ret = String(year).padStart(4, "0") + "-" + String(date.getMonth() + 1).padStart(2, "0") + "-" + String(date.getDate()).padStart(2, "0") + "T" + String(date.getHours()).padStart(2, "0") + ":" + String(date.getMinutes()).padStart(2, "0") + ":" + String(date.getSeconds()).padStart(2, "0") + "." + String(date.getMilliseconds()).padStart(3, "0");
      if (offset < 0) {
        ret += "-";
        offset *= -1;
      } else {
        ret += "+";
      }
      ret += String(Math.floor(offset / 60)).padStart(2, "0") + ":" + String(offset % 60).padStart(2, "0");
      if (isBCYear) ret += " BC";
      return ret;
    }
    function dateToStringUTC(date) {
      let year = date.getUTCFullYear();
      const isBCYear = year < 1;
      if (isBCYear) year = Math.abs(year) + 1;
      let ret = String(year).padStart(4, "0") + "-" + String(date.getUTCMonth() + 1).padStart(2, "0") + "-" + String(date.getUTCDate()).padStart(2, "0") + "T" + String(date.getUTCHours()).padStart(2, "0") + ":" + String(date.getUTCMinutes()).padStart(2, "0") + ":" + String(date.getUTCSeconds()).padStart(2, "0") + "." + String(date.getUTCMilliseconds()).padStart(3, "0");
      ret += "+00:00";
      if (isBCYear) ret += " BC";
      return ret;
    }
    function normalizeQueryConfig(config2, values, callback) {
      config2 = typeof config2 === "string" ? { text: config2 } : cloneQueryConfig(config2);
      if (values) {
        if (typeof values === "function") {
          config2.callback = values;
        } else {
          config2.values = values;
        }
      }
      if (callback) {
        config2.callback = callback;
      }
      return config2;
    }
    function cloneQueryConfig(config2) {
      if (config2 == null) {
        return config2;
      }
      return Object.defineProperties(Object.create(Object.getPrototypeOf(config2)), Object.getOwnPropertyDescriptors(config2));
    }
    var escapeIdentifier2 = function(str) {
      return '"' + str.replace(/"/g, '""') + '"';
    };
    var escapeLiteral2 = function(str) {
      let hasBackslash = false;
      let escaped = "'";
      if (str == null) {
        return "''";
      }
      if (typeof str !== "string") {
        return "''";
      }
      for (let i = 0; i < str.length; i++) {
        const c = str[i];
        if (c === "'") {
          escaped += c + c;
        } else if (c === "\\") {
          escaped += c + c;
          hasBackslash = true;
        } else {
          escaped += c;
        }
      }
      escaped += "'";
      if (hasBackslash === true) {
        escaped = " E" + escaped;
      }
      return escaped;
    };
    module.exports = {
      prepareValue: function prepareValueWrapper(value) {
        return prepareValue(value);
      },
      normalizeQueryConfig,
      escapeIdentifier: escapeIdentifier2,
      escapeLiteral: escapeLiteral2
    };
  }
});

// node_modules/pg/lib/crypto/utils.js
var require_utils2 = __commonJS({
  "node_modules/pg/lib/crypto/utils.js"(exports, module) {
    var nodeCrypto = __require("crypto");
    module.exports = {
      postgresMd5PasswordHash,
      randomBytes: randomBytes2,
      deriveKey,
      sha256,
      hashByName,
      hmacSha256,
      md5
    };
    var webCrypto = nodeCrypto.webcrypto || globalThis.crypto;
    var subtleCrypto = webCrypto.subtle;
    var textEncoder = new TextEncoder();
    function randomBytes2(length) {
      return webCrypto.getRandomValues(Buffer.alloc(length));
    }
    async function md5(string2) {
      try {
        return nodeCrypto.createHash("md5").update(string2, "utf-8").digest("hex");
      } catch (e) {
        const data = typeof string2 === "string" ? textEncoder.encode(string2) : string2;
        const hash = await subtleCrypto.digest("MD5", data);
        return Array.from(new Uint8Array(hash)).map((b) => b.toString(16).padStart(2, "0")).join("");
      }
    }
    async function postgresMd5PasswordHash(user, password, salt) {
      const inner = await md5(password + user);
      const outer = await md5(Buffer.concat([Buffer.from(inner), salt]));
      return "md5" + outer;
    }
    async function sha256(text2) {
      return await subtleCrypto.digest("SHA-256", text2);
    }
    async function hashByName(hashName, text2) {
      return await subtleCrypto.digest(hashName, text2);
    }
    async function hmacSha256(keyBuffer, msg) {
      const key = await subtleCrypto.importKey("raw", keyBuffer, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      return await subtleCrypto.sign("HMAC", key, textEncoder.encode(msg));
    }
    async function deriveKey(password, salt, iterations) {
      const key = await subtleCrypto.importKey("raw", textEncoder.encode(password), "PBKDF2", false, ["deriveBits"]);
      const params = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
      return await subtleCrypto.deriveBits(params, key, 32 * 8, ["deriveBits"]);
    }
  }
});

// node_modules/pg/lib/crypto/cert-signatures.js
var require_cert_signatures = __commonJS({
  "node_modules/pg/lib/crypto/cert-signatures.js"(exports, module) {
    function x509Error(msg, cert) {
      return new Error("SASL channel binding: " + msg + " when parsing public certificate " + cert.toString("base64"));
    }
    function readASN1Length(data, index) {
      let length = data[index++];
      if (length < 128) return { length, index };
      const lengthBytes = length & 127;
      if (lengthBytes > 4) throw x509Error("bad length", data);
      length = 0;
      for (let i = 0; i < lengthBytes; i++) {
        length = length << 8 | data[index++];
      }
      return { length, index };
    }
    function readASN1OID(data, index) {
      if (data[index++] !== 6) throw x509Error("non-OID data", data);
      const { length: OIDLength, index: indexAfterOIDLength } = readASN1Length(data, index);
      index = indexAfterOIDLength;
      const lastIndex = index + OIDLength;
      const byte1 = data[index++];
      let oid = (byte1 / 40 >> 0) + "." + byte1 % 40;
      while (index < lastIndex) {
        let value = 0;
        while (index < lastIndex) {
          const nextByte = data[index++];
          value = value << 7 | nextByte & 127;
          if (nextByte < 128) break;
        }
        oid += "." + value;
      }
      return { oid, index };
    }
    function expectASN1Seq(data, index) {
      if (data[index++] !== 48) throw x509Error("non-sequence data", data);
      return readASN1Length(data, index);
    }
    function signatureAlgorithmHashFromCertificate(data, index) {
      if (index === void 0) index = 0;
      index = expectASN1Seq(data, index).index;
      const { length: certInfoLength, index: indexAfterCertInfoLength } = expectASN1Seq(data, index);
      index = indexAfterCertInfoLength + certInfoLength;
      index = expectASN1Seq(data, index).index;
      const { oid, index: indexAfterOID } = readASN1OID(data, index);
      switch (oid) {
        // RSA
        case "1.2.840.113549.1.1.4":
          return "MD5";
        case "1.2.840.113549.1.1.5":
          return "SHA-1";
        case "1.2.840.113549.1.1.11":
          return "SHA-256";
        case "1.2.840.113549.1.1.12":
          return "SHA-384";
        case "1.2.840.113549.1.1.13":
          return "SHA-512";
        case "1.2.840.113549.1.1.14":
          return "SHA-224";
        case "1.2.840.113549.1.1.15":
          return "SHA512-224";
        case "1.2.840.113549.1.1.16":
          return "SHA512-256";
        // ECDSA
        case "1.2.840.10045.4.1":
          return "SHA-1";
        case "1.2.840.10045.4.3.1":
          return "SHA-224";
        case "1.2.840.10045.4.3.2":
          return "SHA-256";
        case "1.2.840.10045.4.3.3":
          return "SHA-384";
        case "1.2.840.10045.4.3.4":
          return "SHA-512";
        // RSASSA-PSS: hash is indicated separately
        case "1.2.840.113549.1.1.10": {
          index = indexAfterOID;
          index = expectASN1Seq(data, index).index;
          if (data[index++] !== 160) throw x509Error("non-tag data", data);
          index = readASN1Length(data, index).index;
          index = expectASN1Seq(data, index).index;
          const { oid: hashOID } = readASN1OID(data, index);
          switch (hashOID) {
            // standalone hash OIDs
            case "1.2.840.113549.2.5":
              return "MD5";
            case "1.3.14.3.2.26":
              return "SHA-1";
            case "2.16.840.1.101.3.4.2.1":
              return "SHA-256";
            case "2.16.840.1.101.3.4.2.2":
              return "SHA-384";
            case "2.16.840.1.101.3.4.2.3":
              return "SHA-512";
          }
          throw x509Error("unknown hash OID " + hashOID, data);
        }
        // Ed25519 -- see https://github.com/openssl/openssl/issues/15477
        case "1.3.101.110":
        case "1.3.101.112":
          return "SHA-512";
        // Ed448 -- still not in pg 17.2 (if supported, digest would be SHAKE256 x 64 bytes)
        case "1.3.101.111":
        case "1.3.101.113":
          throw x509Error("Ed448 certificate channel binding is not currently supported by Postgres");
      }
      throw x509Error("unknown OID " + oid, data);
    }
    module.exports = { signatureAlgorithmHashFromCertificate };
  }
});

// node_modules/pg/lib/crypto/sasl.js
var require_sasl = __commonJS({
  "node_modules/pg/lib/crypto/sasl.js"(exports, module) {
    "use strict";
    var crypto2 = require_utils2();
    var { signatureAlgorithmHashFromCertificate } = require_cert_signatures();
    function saslprep(password) {
      const nonAsciiSpace = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/g;
      const mappedToNothing = /[\u00AD\u034F\u1806\u180B\u180C\u180D\u200C\u200D\u2060\uFE00-\uFE0F\uFEFF]/g;
      return password.replace(nonAsciiSpace, " ").replace(mappedToNothing, "").normalize("NFKC");
    }
    var DEFAULT_MAX_SCRAM_ITERATIONS = 1e5;
    function startSession(mechanisms, stream, scramMaxIterations = DEFAULT_MAX_SCRAM_ITERATIONS) {
      const candidates = ["SCRAM-SHA-256"];
      if (stream) candidates.unshift("SCRAM-SHA-256-PLUS");
      const mechanism = candidates.find((candidate) => mechanisms.includes(candidate));
      if (!mechanism) {
        throw new Error("SASL: Only mechanism(s) " + candidates.join(" and ") + " are supported");
      }
      if (mechanism === "SCRAM-SHA-256-PLUS" && typeof stream.getPeerCertificate !== "function") {
        throw new Error("SASL: Mechanism SCRAM-SHA-256-PLUS requires a certificate");
      }
      const clientNonce = crypto2.randomBytes(18).toString("base64");
      const gs2Header = mechanism === "SCRAM-SHA-256-PLUS" ? "p=tls-server-end-point" : stream ? "y" : "n";
      return {
        mechanism,
        clientNonce,
        response: gs2Header + ",,n=*,r=" + clientNonce,
        message: "SASLInitialResponse",
        scramMaxIterations
      };
    }
    async function continueSession(session, password, serverData, stream) {
      if (session.message !== "SASLInitialResponse") {
        throw new Error("SASL: Last message was not SASLInitialResponse");
      }
      if (typeof password !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string");
      }
      if (password === "") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string");
      }
      if (typeof serverData !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: serverData must be a string");
      }
      const sv = parseServerFirstMessage(serverData);
      if (!sv.nonce.startsWith(session.clientNonce)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce");
      } else if (sv.nonce.length === session.clientNonce.length) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce is too short");
      }
      const scramMaxIterations = typeof session.scramMaxIterations === "number" ? session.scramMaxIterations : DEFAULT_MAX_SCRAM_ITERATIONS;
      if (scramMaxIterations !== 0 && sv.iteration > scramMaxIterations) {
        throw new Error(
          "SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration count " + sv.iteration + " exceeds scramMaxIterations of " + scramMaxIterations
        );
      }
      const clientFirstMessageBare = "n=*,r=" + session.clientNonce;
      const serverFirstMessage = "r=" + sv.nonce + ",s=" + sv.salt + ",i=" + sv.iteration;
      let channelBinding = stream ? "eSws" : "biws";
      if (session.mechanism === "SCRAM-SHA-256-PLUS") {
        const peerCert = stream.getPeerCertificate().raw;
        let hashName = signatureAlgorithmHashFromCertificate(peerCert);
        if (hashName === "MD5" || hashName === "SHA-1") hashName = "SHA-256";
        const certHash = await crypto2.hashByName(hashName, peerCert);
        const bindingData = Buffer.concat([Buffer.from("p=tls-server-end-point,,"), Buffer.from(certHash)]);
        channelBinding = bindingData.toString("base64");
      }
      const clientFinalMessageWithoutProof = "c=" + channelBinding + ",r=" + sv.nonce;
      const authMessage = clientFirstMessageBare + "," + serverFirstMessage + "," + clientFinalMessageWithoutProof;
      const saltBytes = Buffer.from(sv.salt, "base64");
      const saltedPassword = await crypto2.deriveKey(saslprep(password), saltBytes, sv.iteration);
      const clientKey = await crypto2.hmacSha256(saltedPassword, "Client Key");
      const storedKey = await crypto2.sha256(clientKey);
      const clientSignature = await crypto2.hmacSha256(storedKey, authMessage);
      const clientProof = xorBuffers(Buffer.from(clientKey), Buffer.from(clientSignature)).toString("base64");
      const serverKey = await crypto2.hmacSha256(saltedPassword, "Server Key");
      const serverSignatureBytes = await crypto2.hmacSha256(serverKey, authMessage);
      session.message = "SASLResponse";
      session.serverSignature = Buffer.from(serverSignatureBytes).toString("base64");
      session.response = clientFinalMessageWithoutProof + ",p=" + clientProof;
    }
    function finalizeSession(session, serverData) {
      if (session.message !== "SASLResponse") {
        throw new Error("SASL: Last message was not SASLResponse");
      }
      if (typeof serverData !== "string") {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: serverData must be a string");
      }
      const { serverSignature } = parseServerFinalMessage(serverData);
      if (serverSignature !== session.serverSignature) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match");
      }
    }
    function isPrintableChars(text2) {
      if (typeof text2 !== "string") {
        throw new TypeError("SASL: text must be a string");
      }
      return text2.split("").map((_, i) => text2.charCodeAt(i)).every((c) => c >= 33 && c <= 43 || c >= 45 && c <= 126);
    }
    function isBase64(text2) {
      return /^(?:[a-zA-Z0-9+/]{4})*(?:[a-zA-Z0-9+/]{2}==|[a-zA-Z0-9+/]{3}=)?$/.test(text2);
    }
    function parseAttributePairs(text2) {
      if (typeof text2 !== "string") {
        throw new TypeError("SASL: attribute pairs text must be a string");
      }
      return new Map(
        text2.split(",").map((attrValue) => {
          if (!/^.=/.test(attrValue)) {
            throw new Error("SASL: Invalid attribute pair entry");
          }
          const name = attrValue[0];
          const value = attrValue.substring(2);
          return [name, value];
        })
      );
    }
    function parseServerFirstMessage(data) {
      const attrPairs = parseAttributePairs(data);
      const nonce = attrPairs.get("r");
      if (!nonce) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce missing");
      } else if (!isPrintableChars(nonce)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: nonce must only contain printable characters");
      }
      const salt = attrPairs.get("s");
      if (!salt) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt missing");
      } else if (!isBase64(salt)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: salt must be base64");
      }
      const iterationText = attrPairs.get("i");
      if (!iterationText) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: iteration missing");
      } else if (!/^[1-9][0-9]*$/.test(iterationText)) {
        throw new Error("SASL: SCRAM-SERVER-FIRST-MESSAGE: invalid iteration count");
      }
      const iteration = parseInt(iterationText, 10);
      return {
        nonce,
        salt,
        iteration
      };
    }
    function parseServerFinalMessage(serverData) {
      const attrPairs = parseAttributePairs(serverData);
      const error2 = attrPairs.get("e");
      const serverSignature = attrPairs.get("v");
      if (error2) {
        throw new Error(`SASL: SCRAM-SERVER-FINAL-MESSAGE: server returned error: "${error2}"`);
      }
      if (!serverSignature) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing");
      } else if (!isBase64(serverSignature)) {
        throw new Error("SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature must be base64");
      }
      return {
        serverSignature
      };
    }
    function xorBuffers(a, b) {
      if (!Buffer.isBuffer(a)) {
        throw new TypeError("first argument must be a Buffer");
      }
      if (!Buffer.isBuffer(b)) {
        throw new TypeError("second argument must be a Buffer");
      }
      if (a.length !== b.length) {
        throw new Error("Buffer lengths must match");
      }
      if (a.length === 0) {
        throw new Error("Buffers cannot be empty");
      }
      return Buffer.from(a.map((_, i) => a[i] ^ b[i]));
    }
    module.exports = {
      startSession,
      continueSession,
      finalizeSession,
      DEFAULT_MAX_SCRAM_ITERATIONS
    };
  }
});

// node_modules/pg/lib/type-overrides.js
var require_type_overrides = __commonJS({
  "node_modules/pg/lib/type-overrides.js"(exports, module) {
    "use strict";
    var types2 = require_pg_types();
    function TypeOverrides2(userTypes) {
      this._types = userTypes || types2;
      this.text = {};
      this.binary = {};
    }
    TypeOverrides2.prototype.getOverrides = function(format) {
      switch (format) {
        case "text":
          return this.text;
        case "binary":
          return this.binary;
        default:
          return {};
      }
    };
    TypeOverrides2.prototype.setTypeParser = function(oid, format, parseFn) {
      if (typeof format === "function") {
        parseFn = format;
        format = "text";
      }
      this.getOverrides(format)[oid] = parseFn;
    };
    TypeOverrides2.prototype.getTypeParser = function(oid, format) {
      format = format || "text";
      return this.getOverrides(format)[oid] || this._types.getTypeParser(oid, format);
    };
    module.exports = TypeOverrides2;
  }
});

// node_modules/pg-connection-string/index.js
var require_pg_connection_string = __commonJS({
  "node_modules/pg-connection-string/index.js"(exports, module) {
    "use strict";
    function parse(str, options = {}) {
      if (str.charAt(0) === "/") {
        const config3 = str.split(" ");
        return { host: config3[0], database: config3[1] };
      }
      const config2 = /* @__PURE__ */ Object.create(null);
      let result;
      let dummyHost = false;
      if (/ |%[^a-f0-9]|%[a-f0-9][^a-f0-9]/i.test(str)) {
        str = encodeURI(str).replace(/%25(\d\d)/g, "%$1");
      }
      try {
        try {
          result = new URL(str, "postgres://base");
        } catch (e) {
          result = new URL(str.replace("@/", "@___DUMMY___/"), "postgres://base");
          dummyHost = true;
        }
      } catch (err) {
        err.input && (err.input = "*****REDACTED*****");
        throw err;
      }
      for (const entry of result.searchParams.entries()) {
        config2[entry[0]] = entry[1];
      }
      config2.user = config2.user || decodeURIComponent(result.username);
      config2.password = config2.password || decodeURIComponent(result.password);
      if (result.protocol == "socket:") {
        config2.host = decodeURI(result.pathname);
        config2.database = result.searchParams.get("db");
        config2.client_encoding = result.searchParams.get("encoding");
        return config2;
      }
      const hostname = (dummyHost ? "" : result.hostname).replace(/^\[(.+)\]$/, "$1");
      if (!config2.host) {
        config2.host = decodeURIComponent(hostname);
      } else if (hostname && /^%2f/i.test(hostname)) {
        result.pathname = hostname + result.pathname;
      }
      if (!config2.port) {
        config2.port = result.port;
      }
      const pathname = result.pathname.slice(1) || null;
      config2.database = pathname ? decodeURI(pathname) : null;
      if (config2.ssl === "true" || config2.ssl === "1") {
        config2.ssl = true;
      }
      if (config2.ssl === "0") {
        config2.ssl = false;
      }
      if (config2.sslcert || config2.sslkey || config2.sslrootcert || config2.sslmode) {
        config2.ssl = {};
      }
      if (config2.sslnegotiation === "direct" && config2.ssl === void 0) {
        config2.ssl = true;
      }
      const fs3 = config2.sslcert || config2.sslkey || config2.sslrootcert ? __require("fs") : null;
      if (config2.sslcert) {
        config2.ssl.cert = fs3.readFileSync(config2.sslcert).toString();
      }
      if (config2.sslkey) {
        config2.ssl.key = fs3.readFileSync(config2.sslkey).toString();
      }
      if (config2.sslrootcert) {
        config2.ssl.ca = fs3.readFileSync(config2.sslrootcert).toString();
      }
      if (options.useLibpqCompat && config2.uselibpqcompat) {
        throw new Error("Both useLibpqCompat and uselibpqcompat are set. Please use only one of them.");
      }
      if (config2.uselibpqcompat === "true" || options.useLibpqCompat) {
        switch (config2.sslmode) {
          case "disable": {
            config2.ssl = false;
            break;
          }
          case "prefer": {
            config2.ssl.rejectUnauthorized = false;
            break;
          }
          case "require": {
            if (config2.sslrootcert) {
              config2.ssl.checkServerIdentity = function() {
              };
            } else {
              config2.ssl.rejectUnauthorized = false;
            }
            break;
          }
          case "verify-ca": {
            if (!config2.ssl.ca) {
              throw new Error(
                "SECURITY WARNING: Using sslmode=verify-ca requires specifying a CA with sslrootcert. If a public CA is used, verify-ca allows connections to a server that somebody else may have registered with the CA, making you vulnerable to Man-in-the-Middle attacks. Either specify a custom CA certificate with sslrootcert parameter or use sslmode=verify-full for proper security."
              );
            }
            config2.ssl.checkServerIdentity = function() {
            };
            break;
          }
          case "verify-full": {
            break;
          }
        }
      } else {
        switch (config2.sslmode) {
          case "disable": {
            config2.ssl = false;
            break;
          }
          case "prefer":
          case "require":
          case "verify-ca":
          case "verify-full": {
            if (config2.sslmode !== "verify-full") {
              deprecatedSslModeWarning(config2.sslmode);
            }
            break;
          }
          case "no-verify": {
            config2.ssl.rejectUnauthorized = false;
            break;
          }
        }
      }
      return config2;
    }
    function toConnectionOptions(sslConfig) {
      const connectionOptions = Object.entries(sslConfig).reduce((c, [key, value]) => {
        if (value !== void 0 && value !== null) {
          c[key] = value;
        }
        return c;
      }, /* @__PURE__ */ Object.create(null));
      return connectionOptions;
    }
    function toClientConfig(config2) {
      const poolConfig = Object.entries(config2).reduce((c, [key, value]) => {
        if (key === "ssl") {
          const sslConfig = value;
          if (typeof sslConfig === "boolean") {
            c[key] = sslConfig;
          }
          if (typeof sslConfig === "object") {
            c[key] = toConnectionOptions(sslConfig);
          }
        } else if (value !== void 0 && value !== null) {
          if (key === "port") {
            if (value !== "") {
              const v = parseInt(value, 10);
              if (isNaN(v)) {
                throw new Error(`Invalid ${key}: ${value}`);
              }
              c[key] = v;
            }
          } else {
            c[key] = value;
          }
        }
        return c;
      }, /* @__PURE__ */ Object.create(null));
      return poolConfig;
    }
    function parseIntoClientConfig(str) {
      return toClientConfig(parse(str));
    }
    function deprecatedSslModeWarning(sslmode) {
      if (!deprecatedSslModeWarning.warned && typeof process !== "undefined" && process.emitWarning) {
        deprecatedSslModeWarning.warned = true;
        process.emitWarning(`SECURITY WARNING: The SSL modes 'prefer', 'require', and 'verify-ca' are treated as aliases for 'verify-full'.
In the next major version (pg-connection-string v3.0.0 and pg v9.0.0), these modes will adopt standard libpq semantics, which have weaker security guarantees.

To prepare for this change:
- If you want the current behavior, explicitly use 'sslmode=verify-full'
- If you want libpq compatibility now, use 'uselibpqcompat=true&sslmode=${sslmode}'

See https://www.postgresql.org/docs/current/libpq-ssl.html for libpq SSL mode definitions.`);
      }
    }
    module.exports = parse;
    parse.parse = parse;
    parse.toClientConfig = toClientConfig;
    parse.parseIntoClientConfig = parseIntoClientConfig;
  }
});

// node_modules/pg/lib/connection-parameters.js
var require_connection_parameters = __commonJS({
  "node_modules/pg/lib/connection-parameters.js"(exports, module) {
    "use strict";
    var dns = __require("dns");
    var defaults2 = require_defaults();
    var parse = require_pg_connection_string().parse;
    var val = function(key, config2, envVar) {
      if (config2[key]) {
        return config2[key];
      }
      if (envVar === void 0) {
        envVar = process.env["PG" + key.toUpperCase()];
      } else if (envVar === false) {
      } else {
        envVar = process.env[envVar];
      }
      return envVar || defaults2[key];
    };
    var readSSLConfigFromEnvironment = function() {
      switch (process.env.PGSSLMODE) {
        case "disable":
          return false;
        case "prefer":
        case "require":
        case "verify-ca":
        case "verify-full":
          return true;
        case "no-verify":
          return { rejectUnauthorized: false };
      }
      return defaults2.ssl;
    };
    var quoteParamValue = function(value) {
      return "'" + ("" + value).replace(/\\/g, "\\\\").replace(/'/g, "\\'") + "'";
    };
    var add = function(params, config2, paramName) {
      const value = config2[paramName];
      if (value !== void 0 && value !== null) {
        params.push(paramName + "=" + quoteParamValue(value));
      }
    };
    var ConnectionParameters = class {
      constructor(config2) {
        config2 = typeof config2 === "string" ? parse(config2) : config2 || {};
        if (config2.connectionString) {
          config2 = Object.assign({}, config2, parse(config2.connectionString));
        }
        this.user = val("user", config2);
        this.database = val("database", config2);
        if (this.database === void 0) {
          this.database = this.user;
        }
        this.port = parseInt(val("port", config2), 10);
        this.host = val("host", config2);
        Object.defineProperty(this, "password", {
          configurable: true,
          enumerable: false,
          writable: true,
          value: val("password", config2)
        });
        this.binary = val("binary", config2);
        this.options = val("options", config2);
        this.ssl = typeof config2.ssl === "undefined" ? readSSLConfigFromEnvironment() : config2.ssl;
        if (typeof this.ssl === "string") {
          if (this.ssl === "true") {
            this.ssl = true;
          }
        }
        if (this.ssl === "no-verify") {
          this.ssl = { rejectUnauthorized: false };
        }
        if (this.ssl && this.ssl.key) {
          Object.defineProperty(this.ssl, "key", {
            enumerable: false
          });
        }
        this.sslnegotiation = val("sslnegotiation", config2, "PGSSLNEGOTIATION");
        if (this.sslnegotiation !== void 0 && this.sslnegotiation !== "postgres" && this.sslnegotiation !== "direct") {
          throw new Error(
            `Invalid sslnegotiation value: "${this.sslnegotiation}". Valid values are "postgres" and "direct".`
          );
        }
        if (this.sslnegotiation === "direct" && !this.ssl) {
          throw new Error("sslnegotiation=direct requires SSL to be enabled");
        }
        this.client_encoding = val("client_encoding", config2);
        this.replication = val("replication", config2);
        this.isDomainSocket = !(this.host || "").indexOf("/");
        this.application_name = val("application_name", config2, "PGAPPNAME");
        this.fallback_application_name = val("fallback_application_name", config2, false);
        this.statement_timeout = val("statement_timeout", config2, false);
        this.lock_timeout = val("lock_timeout", config2, false);
        this.idle_in_transaction_session_timeout = val("idle_in_transaction_session_timeout", config2, false);
        this.query_timeout = val("query_timeout", config2, false);
        if (config2.connectionTimeoutMillis === void 0) {
          this.connect_timeout = process.env.PGCONNECT_TIMEOUT || 0;
        } else {
          this.connect_timeout = Math.floor(config2.connectionTimeoutMillis / 1e3);
        }
        if (config2.keepAlive === false) {
          this.keepalives = 0;
        } else if (config2.keepAlive === true) {
          this.keepalives = 1;
        }
        if (typeof config2.keepAliveInitialDelayMillis === "number") {
          this.keepalives_idle = Math.floor(config2.keepAliveInitialDelayMillis / 1e3);
        }
      }
      getLibpqConnectionString(cb) {
        const params = [];
        add(params, this, "user");
        add(params, this, "password");
        add(params, this, "port");
        add(params, this, "application_name");
        add(params, this, "fallback_application_name");
        add(params, this, "connect_timeout");
        add(params, this, "options");
        const ssl = typeof this.ssl === "object" ? this.ssl : this.ssl ? { sslmode: this.ssl } : {};
        add(params, ssl, "sslmode");
        add(params, ssl, "sslca");
        add(params, ssl, "sslkey");
        add(params, ssl, "sslcert");
        add(params, ssl, "sslrootcert");
        add(params, this, "sslnegotiation");
        if (this.database) {
          params.push("dbname=" + quoteParamValue(this.database));
        }
        if (this.replication) {
          params.push("replication=" + quoteParamValue(this.replication));
        }
        if (this.host) {
          params.push("host=" + quoteParamValue(this.host));
        }
        if (this.isDomainSocket) {
          return cb(null, params.join(" "));
        }
        if (this.client_encoding) {
          params.push("client_encoding=" + quoteParamValue(this.client_encoding));
        }
        dns.lookup(this.host, function(err, address) {
          if (err) return cb(err, null);
          params.push("hostaddr=" + quoteParamValue(address));
          return cb(null, params.join(" "));
        });
      }
    };
    module.exports = ConnectionParameters;
  }
});

// node_modules/pg/lib/result.js
var require_result = __commonJS({
  "node_modules/pg/lib/result.js"(exports, module) {
    "use strict";
    var types2 = require_pg_types();
    var matchRegexp = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/;
    var Result2 = class {
      constructor(rowMode, types3) {
        this.command = null;
        this.rowCount = null;
        this.oid = null;
        this.rows = [];
        this.fields = [];
        this._parsers = void 0;
        this._types = types3;
        this.RowCtor = null;
        this.rowAsArray = rowMode === "array";
        if (this.rowAsArray) {
          this.parseRow = this._parseRowAsArray;
        }
        this._prebuiltEmptyResultObject = null;
      }
      // adds a command complete message
      addCommandComplete(msg) {
        let match;
        if (msg.text) {
          match = matchRegexp.exec(msg.text);
        } else {
          match = matchRegexp.exec(msg.command);
        }
        if (match) {
          this.command = match[1];
          if (match[3]) {
            this.oid = parseInt(match[2], 10);
            this.rowCount = parseInt(match[3], 10);
          } else if (match[2]) {
            this.rowCount = parseInt(match[2], 10);
          }
        }
      }
      _parseRowAsArray(rowData) {
        const row = new Array(rowData.length);
        for (let i = 0, len = rowData.length; i < len; i++) {
          const rawValue = rowData[i];
          if (rawValue !== null) {
            row[i] = this._parsers[i](rawValue);
          } else {
            row[i] = null;
          }
        }
        return row;
      }
      parseRow(rowData) {
        const row = { ...this._prebuiltEmptyResultObject };
        for (let i = 0, len = rowData.length; i < len; i++) {
          const rawValue = rowData[i];
          const field = this.fields[i].name;
          if (rawValue !== null) {
            const v = this.fields[i].format === "binary" ? Buffer.from(rawValue) : rawValue;
            row[field] = this._parsers[i](v);
          } else {
            row[field] = null;
          }
        }
        return row;
      }
      addRow(row) {
        this.rows.push(row);
      }
      addFields(fieldDescriptions) {
        this.fields = fieldDescriptions;
        if (this.fields.length) {
          this._parsers = new Array(fieldDescriptions.length);
        }
        const row = /* @__PURE__ */ Object.create(null);
        for (let i = 0; i < fieldDescriptions.length; i++) {
          const desc = fieldDescriptions[i];
          row[desc.name] = null;
          if (this._types) {
            this._parsers[i] = this._types.getTypeParser(desc.dataTypeID, desc.format || "text");
          } else {
            this._parsers[i] = types2.getTypeParser(desc.dataTypeID, desc.format || "text");
          }
        }
        this._prebuiltEmptyResultObject = { ...row };
      }
    };
    module.exports = Result2;
  }
});

// node_modules/pg/lib/query.js
var require_query = __commonJS({
  "node_modules/pg/lib/query.js"(exports, module) {
    "use strict";
    var { EventEmitter } = __require("events");
    var Result2 = require_result();
    var utils = require_utils();
    var Query2 = class extends EventEmitter {
      constructor(config2, values, callback) {
        super();
        config2 = utils.normalizeQueryConfig(config2, values, callback);
        this.text = config2.text;
        this.values = config2.values;
        this.rows = config2.rows;
        this.types = config2.types;
        this.name = config2.name;
        this.queryMode = config2.queryMode;
        this.binary = config2.binary;
        this.portal = config2.portal || "";
        this.callback = config2.callback;
        this._rowMode = config2.rowMode;
        if (process.domain && config2.callback) {
          this.callback = process.domain.bind(config2.callback);
        }
        this._result = new Result2(this._rowMode, this.types);
        this._results = this._result;
        this._canceledDueToError = false;
      }
      requiresPreparation() {
        if (this.queryMode === "extended") {
          return true;
        }
        if (this.name) {
          return true;
        }
        if (this.rows) {
          return true;
        }
        if (!this.text) {
          return false;
        }
        if (!this.values) {
          return false;
        }
        return this.values.length > 0;
      }
      _checkForMultirow() {
        if (this._result.command) {
          if (!Array.isArray(this._results)) {
            this._results = [this._result];
          }
          this._result = new Result2(this._rowMode, this._result._types);
          this._results.push(this._result);
        }
      }
      // associates row metadata from the supplied
      // message with this query object
      // metadata used when parsing row results
      handleRowDescription(msg) {
        this._checkForMultirow();
        this._result.addFields(msg.fields);
        this._accumulateRows = this.callback || !this.listeners("row").length;
      }
      handleDataRow(msg) {
        let row;
        if (this._canceledDueToError) {
          return;
        }
        try {
          row = this._result.parseRow(msg.fields);
        } catch (err) {
          this._canceledDueToError = err;
          return;
        }
        this.emit("row", row, this._result);
        if (this._accumulateRows) {
          this._result.addRow(row);
        }
      }
      handleCommandComplete(msg, connection) {
        this._checkForMultirow();
        this._result.addCommandComplete(msg);
        if (this.rows) {
          connection.sync();
        }
      }
      // if a named prepared statement is created with empty query text
      // the backend will send an emptyQuery message but *not* a command complete message
      // since we pipeline sync immediately after execute we don't need to do anything here
      // unless we have rows specified, in which case we did not pipeline the initial sync call
      handleEmptyQuery(connection) {
        if (this.rows) {
          connection.sync();
        }
      }
      handleError(err, connection) {
        if (this._canceledDueToError) {
          err = this._canceledDueToError;
          this._canceledDueToError = false;
        }
        if (this.callback) {
          return this.callback(err);
        }
        this.emit("error", err);
      }
      handleReadyForQuery(con) {
        if (this._canceledDueToError) {
          return this.handleError(this._canceledDueToError, con);
        }
        if (this.callback) {
          try {
            this.callback(null, this._results);
          } catch (err) {
            process.nextTick(() => {
              throw err;
            });
          }
        }
        this.emit("end", this._results);
      }
      submit(connection) {
        if (typeof this.text !== "string" && typeof this.name !== "string") {
          return new Error("A query must have either text or a name. Supplying neither is unsupported.");
        }
        const previous = connection.parsedStatements[this.name] || connection.submittedNamedStatements[this.name];
        if (this.text && previous && this.text !== previous) {
          return new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
        }
        if (this.values && !Array.isArray(this.values)) {
          return new Error("Query values must be an array");
        }
        if (this.requiresPreparation()) {
          connection.stream.cork && connection.stream.cork();
          try {
            this.prepare(connection);
          } finally {
            connection.stream.uncork && connection.stream.uncork();
          }
        } else {
          connection.query(this.text);
        }
        return null;
      }
      hasBeenParsed(connection) {
        return this.name && (connection.parsedStatements[this.name] !== void 0 || connection.submittedNamedStatements[this.name] !== void 0);
      }
      handlePortalSuspended(connection) {
        this._getRows(connection, this.rows);
      }
      _getRows(connection, rows) {
        connection.execute({
          portal: this.portal,
          rows
        });
        if (!rows) {
          connection.sync();
        } else {
          connection.flush();
        }
      }
      // http://developer.postgresql.org/pgdocs/postgres/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
      prepare(connection) {
        if (!this.hasBeenParsed(connection)) {
          connection.parse({
            text: this.text,
            name: this.name,
            types: this.types
          });
          if (this.name) {
            connection.submittedNamedStatements[this.name] = this.text;
          }
        }
        try {
          connection.bind({
            portal: this.portal,
            statement: this.name,
            values: this.values,
            binary: this.binary,
            valueMapper: utils.prepareValue
          });
        } catch (err) {
          connection.close({ type: "S", name: this.name });
          connection.sync();
          this.handleError(err, connection);
          return;
        }
        connection.describe({
          type: "P",
          name: this.portal || ""
        });
        this._getRows(connection, this.rows);
      }
      handleCopyInResponse(connection) {
        connection.sendCopyFail("No source stream defined");
      }
      handleCopyData(msg, connection) {
      }
    };
    module.exports = Query2;
  }
});

// node_modules/pg-protocol/dist/messages.js
var require_messages = __commonJS({
  "node_modules/pg-protocol/dist/messages.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.NoticeMessage = exports.DataRowMessage = exports.CommandCompleteMessage = exports.ReadyForQueryMessage = exports.NotificationResponseMessage = exports.BackendKeyDataMessage = exports.AuthenticationMD5Password = exports.ParameterStatusMessage = exports.ParameterDescriptionMessage = exports.RowDescriptionMessage = exports.Field = exports.CopyResponse = exports.CopyDataMessage = exports.DatabaseError = exports.copyDone = exports.emptyQuery = exports.replicationStart = exports.portalSuspended = exports.noData = exports.closeComplete = exports.bindComplete = exports.parseComplete = void 0;
    exports.parseComplete = {
      name: "parseComplete",
      length: 5
    };
    exports.bindComplete = {
      name: "bindComplete",
      length: 5
    };
    exports.closeComplete = {
      name: "closeComplete",
      length: 5
    };
    exports.noData = {
      name: "noData",
      length: 5
    };
    exports.portalSuspended = {
      name: "portalSuspended",
      length: 5
    };
    exports.replicationStart = {
      name: "replicationStart",
      length: 4
    };
    exports.emptyQuery = {
      name: "emptyQuery",
      length: 4
    };
    exports.copyDone = {
      name: "copyDone",
      length: 4
    };
    var DatabaseError2 = class extends Error {
      constructor(message, length, name) {
        super(message);
        this.length = length;
        this.name = name;
      }
    };
    exports.DatabaseError = DatabaseError2;
    var CopyDataMessage = class {
      constructor(length, chunk) {
        this.length = length;
        this.chunk = chunk;
        this.name = "copyData";
      }
    };
    exports.CopyDataMessage = CopyDataMessage;
    var CopyResponse = class {
      constructor(length, name, binary, columnCount) {
        this.length = length;
        this.name = name;
        this.binary = binary;
        this.columnTypes = new Array(columnCount);
      }
    };
    exports.CopyResponse = CopyResponse;
    var Field = class {
      constructor(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, format) {
        this.name = name;
        this.tableID = tableID;
        this.columnID = columnID;
        this.dataTypeID = dataTypeID;
        this.dataTypeSize = dataTypeSize;
        this.dataTypeModifier = dataTypeModifier;
        this.format = format;
      }
    };
    exports.Field = Field;
    var RowDescriptionMessage = class {
      constructor(length, fieldCount) {
        this.length = length;
        this.fieldCount = fieldCount;
        this.name = "rowDescription";
        this.fields = new Array(this.fieldCount);
      }
    };
    exports.RowDescriptionMessage = RowDescriptionMessage;
    var ParameterDescriptionMessage = class {
      constructor(length, parameterCount) {
        this.length = length;
        this.parameterCount = parameterCount;
        this.name = "parameterDescription";
        this.dataTypeIDs = new Array(this.parameterCount);
      }
    };
    exports.ParameterDescriptionMessage = ParameterDescriptionMessage;
    var ParameterStatusMessage = class {
      constructor(length, parameterName, parameterValue) {
        this.length = length;
        this.parameterName = parameterName;
        this.parameterValue = parameterValue;
        this.name = "parameterStatus";
      }
    };
    exports.ParameterStatusMessage = ParameterStatusMessage;
    var AuthenticationMD5Password = class {
      constructor(length, salt) {
        this.length = length;
        this.salt = salt;
        this.name = "authenticationMD5Password";
      }
    };
    exports.AuthenticationMD5Password = AuthenticationMD5Password;
    var BackendKeyDataMessage = class {
      constructor(length, processID, secretKey) {
        this.length = length;
        this.processID = processID;
        this.secretKey = secretKey;
        this.name = "backendKeyData";
      }
    };
    exports.BackendKeyDataMessage = BackendKeyDataMessage;
    var NotificationResponseMessage = class {
      constructor(length, processId, channel, payload) {
        this.length = length;
        this.processId = processId;
        this.channel = channel;
        this.payload = payload;
        this.name = "notification";
      }
    };
    exports.NotificationResponseMessage = NotificationResponseMessage;
    var ReadyForQueryMessage = class {
      constructor(length, status) {
        this.length = length;
        this.status = status;
        this.name = "readyForQuery";
      }
    };
    exports.ReadyForQueryMessage = ReadyForQueryMessage;
    var CommandCompleteMessage = class {
      constructor(length, text2) {
        this.length = length;
        this.text = text2;
        this.name = "commandComplete";
      }
    };
    exports.CommandCompleteMessage = CommandCompleteMessage;
    var DataRowMessage = class {
      constructor(length, fields) {
        this.length = length;
        this.fields = fields;
        this.name = "dataRow";
        this.fieldCount = fields.length;
      }
    };
    exports.DataRowMessage = DataRowMessage;
    var NoticeMessage = class {
      constructor(length, message) {
        this.length = length;
        this.message = message;
        this.name = "notice";
      }
    };
    exports.NoticeMessage = NoticeMessage;
  }
});

// node_modules/pg-protocol/dist/buffer-writer.js
var require_buffer_writer = __commonJS({
  "node_modules/pg-protocol/dist/buffer-writer.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Writer = void 0;
    var Writer = class {
      constructor(size = 256) {
        this.size = size;
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(size);
      }
      ensure(size) {
        const remaining2 = this.buffer.length - this.offset;
        if (remaining2 < size) {
          const oldBuffer = this.buffer;
          const newSize = oldBuffer.length + (oldBuffer.length >> 1) + size;
          this.buffer = Buffer.allocUnsafe(newSize);
          oldBuffer.copy(this.buffer, 0, 0, this.offset);
        }
      }
      addInt32(num) {
        this.ensure(4);
        this.buffer[this.offset++] = num >>> 24 & 255;
        this.buffer[this.offset++] = num >>> 16 & 255;
        this.buffer[this.offset++] = num >>> 8 & 255;
        this.buffer[this.offset++] = num >>> 0 & 255;
        return this;
      }
      addInt16(num) {
        this.ensure(2);
        this.buffer[this.offset++] = num >>> 8 & 255;
        this.buffer[this.offset++] = num >>> 0 & 255;
        return this;
      }
      addCString(string2) {
        if (!string2) {
          this.ensure(1);
        } else {
          const len = Buffer.byteLength(string2);
          this.ensure(len + 1);
          this.buffer.write(string2, this.offset, "utf-8");
          this.offset += len;
        }
        this.buffer[this.offset++] = 0;
        return this;
      }
      addString(string2 = "") {
        const len = Buffer.byteLength(string2);
        this.ensure(len);
        this.buffer.write(string2, this.offset);
        this.offset += len;
        return this;
      }
      // Write an Int32 byte-length prefix immediately followed by the string's UTF-8
      // bytes. Postgres' Bind wire format prefixes every parameter with its length,
      // and doing it in one method computes Buffer.byteLength ONCE — the previous
      // `addInt32(Buffer.byteLength(s)).addString(s)` pairing scanned the string
      // three times (byteLength for the prefix, byteLength again inside addString,
      // then the encode), which is costly for large text parameters.
      addInt32PrefixedString(string2) {
        const len = Buffer.byteLength(string2);
        this.ensure(4 + len);
        const buffer = this.buffer;
        let offset = this.offset;
        buffer[offset++] = len >>> 24 & 255;
        buffer[offset++] = len >>> 16 & 255;
        buffer[offset++] = len >>> 8 & 255;
        buffer[offset++] = len >>> 0 & 255;
        buffer.write(string2, offset, "utf-8");
        this.offset = offset + len;
        return this;
      }
      add(otherBuffer) {
        this.ensure(otherBuffer.length);
        otherBuffer.copy(this.buffer, this.offset);
        this.offset += otherBuffer.length;
        return this;
      }
      /**
       * Appends an uninitialized block of {@link size} bytes to the buffer and returns its offset.
       */
      reserveUnsafe(size) {
        const offset = this.offset;
        this.ensure(size);
        this.offset += size;
        return offset;
      }
      join(code) {
        if (code) {
          this.buffer[this.headerPosition] = code;
          const length = this.offset - (this.headerPosition + 1);
          this.buffer.writeInt32BE(length, this.headerPosition + 1);
        }
        return this.buffer.slice(code ? 0 : 5, this.offset);
      }
      flush(code) {
        const result = this.join(code);
        this.offset = 5;
        this.headerPosition = 0;
        this.buffer = Buffer.allocUnsafe(this.size);
        return result;
      }
      clear() {
        this.offset = 5;
        this.headerPosition = 0;
      }
    };
    exports.Writer = Writer;
  }
});

// node_modules/pg-protocol/dist/serializer.js
var require_serializer = __commonJS({
  "node_modules/pg-protocol/dist/serializer.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.serialize = void 0;
    var buffer_writer_1 = require_buffer_writer();
    var writer = new buffer_writer_1.Writer();
    var startup = (opts) => {
      writer.addInt16(3).addInt16(0);
      for (const key of Object.keys(opts)) {
        writer.addCString(key).addCString(opts[key]);
      }
      writer.addCString("client_encoding").addCString("UTF8");
      const bodyBuffer = writer.addCString("").flush();
      const length = bodyBuffer.length + 4;
      return new buffer_writer_1.Writer().addInt32(length).add(bodyBuffer).flush();
    };
    var requestSsl = () => {
      const response = Buffer.allocUnsafe(8);
      response.writeInt32BE(8, 0);
      response.writeInt32BE(80877103, 4);
      return response;
    };
    var password = (password2) => {
      return writer.addCString(password2).flush(
        112
        /* code.startup */
      );
    };
    var sendSASLInitialResponseMessage = function(mechanism, initialResponse) {
      writer.addCString(mechanism).addInt32PrefixedString(initialResponse);
      return writer.flush(
        112
        /* code.startup */
      );
    };
    var sendSCRAMClientFinalMessage = function(additionalData) {
      return writer.addString(additionalData).flush(
        112
        /* code.startup */
      );
    };
    var query = (text2) => {
      return writer.addCString(text2).flush(
        81
        /* code.query */
      );
    };
    var emptyArray = [];
    var parse = (query2) => {
      const name = query2.name || "";
      if (name.length > 63) {
        console.error("Warning! Postgres only supports 63 characters for query names.");
        console.error("You supplied %s (%s)", name, name.length);
        console.error("This can cause conflicts and silent errors executing queries");
      }
      const types2 = query2.types || emptyArray;
      const len = types2.length;
      const buffer = writer.addCString(name).addCString(query2.text).addInt16(len);
      for (let i = 0; i < len; i++) {
        buffer.addInt32(types2[i]);
      }
      return writer.flush(
        80
        /* code.parse */
      );
    };
    var writeValues = function(values, valueMapper, formatsOffset) {
      const len = values.length;
      for (let i = 0; i < len; i++) {
        const mappedVal = valueMapper ? valueMapper(values[i], i) : values[i];
        let formatByte = 0;
        if (mappedVal == null) {
          writer.addInt32(-1);
        } else if (mappedVal instanceof Buffer) {
          formatByte = 1;
          writer.addInt32(mappedVal.length);
          writer.add(mappedVal);
        } else {
          writer.addInt32PrefixedString(mappedVal);
        }
        const buf = writer.buffer;
        buf[formatsOffset++] = 0;
        buf[formatsOffset++] = formatByte;
      }
    };
    var bind = (config2 = {}) => {
      const portal = config2.portal || "";
      const statement = config2.statement || "";
      const binary = config2.binary || false;
      const values = config2.values || emptyArray;
      const len = values.length;
      writer.addCString(portal).addCString(statement);
      writer.addInt16(len);
      const formatsOffset = writer.reserveUnsafe(len * 2);
      writer.addInt16(len);
      try {
        writeValues(values, config2.valueMapper, formatsOffset);
      } catch (err) {
        writer.clear();
        throw err;
      }
      writer.addInt16(1);
      writer.addInt16(
        binary ? 1 : 0
        /* ParamType.STRING */
      );
      return writer.flush(
        66
        /* code.bind */
      );
    };
    var emptyExecute = Buffer.from([69, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
    var execute = (config2) => {
      if (!config2 || !config2.portal && !config2.rows) {
        return emptyExecute;
      }
      const portal = config2.portal || "";
      const rows = config2.rows || 0;
      const portalLength = Buffer.byteLength(portal);
      const len = 4 + portalLength + 1 + 4;
      const buff = Buffer.allocUnsafe(1 + len);
      buff[0] = 69;
      buff.writeInt32BE(len, 1);
      buff.write(portal, 5, "utf-8");
      buff[portalLength + 5] = 0;
      buff.writeUInt32BE(rows, buff.length - 4);
      return buff;
    };
    var cancel = (processID, secretKey) => {
      const buffer = Buffer.allocUnsafe(16);
      buffer.writeInt32BE(16, 0);
      buffer.writeInt16BE(1234, 4);
      buffer.writeInt16BE(5678, 6);
      buffer.writeInt32BE(processID, 8);
      buffer.writeInt32BE(secretKey, 12);
      return buffer;
    };
    var cstringMessage = (code, string2) => {
      const stringLen = Buffer.byteLength(string2);
      const len = 4 + stringLen + 1;
      const buffer = Buffer.allocUnsafe(1 + len);
      buffer[0] = code;
      buffer.writeInt32BE(len, 1);
      buffer.write(string2, 5, "utf-8");
      buffer[len] = 0;
      return buffer;
    };
    var emptyDescribePortal = writer.addCString("P").flush(
      68
      /* code.describe */
    );
    var emptyDescribeStatement = writer.addCString("S").flush(
      68
      /* code.describe */
    );
    var describe = (msg) => {
      return msg.name ? cstringMessage(68, `${msg.type}${msg.name || ""}`) : msg.type === "P" ? emptyDescribePortal : emptyDescribeStatement;
    };
    var close = (msg) => {
      const text2 = `${msg.type}${msg.name || ""}`;
      return cstringMessage(67, text2);
    };
    var copyData = (chunk) => {
      return writer.add(chunk).flush(
        100
        /* code.copyFromChunk */
      );
    };
    var copyFail = (message) => {
      return cstringMessage(102, message);
    };
    var codeOnlyBuffer = (code) => Buffer.from([code, 0, 0, 0, 4]);
    var flushBuffer = codeOnlyBuffer(
      72
      /* code.flush */
    );
    var syncBuffer = codeOnlyBuffer(
      83
      /* code.sync */
    );
    var endBuffer = codeOnlyBuffer(
      88
      /* code.end */
    );
    var copyDoneBuffer = codeOnlyBuffer(
      99
      /* code.copyDone */
    );
    var serialize = {
      startup,
      password,
      requestSsl,
      sendSASLInitialResponseMessage,
      sendSCRAMClientFinalMessage,
      query,
      parse,
      bind,
      execute,
      describe,
      close,
      flush: () => flushBuffer,
      sync: () => syncBuffer,
      end: () => endBuffer,
      copyData,
      copyDone: () => copyDoneBuffer,
      copyFail,
      cancel
    };
    exports.serialize = serialize;
  }
});

// node_modules/pg-protocol/dist/buffer-reader.js
var require_buffer_reader = __commonJS({
  "node_modules/pg-protocol/dist/buffer-reader.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.BufferReader = void 0;
    var BufferReader = class {
      constructor(offset = 0) {
        this.offset = offset;
        this.buffer = Buffer.allocUnsafe(0);
        this.encoding = "utf-8";
      }
      setBuffer(offset, buffer) {
        this.offset = offset;
        this.buffer = buffer;
      }
      int16() {
        const result = this.buffer.readInt16BE(this.offset);
        this.offset += 2;
        return result;
      }
      byte() {
        const result = this.buffer[this.offset];
        this.offset++;
        return result;
      }
      int32() {
        const result = this.buffer.readInt32BE(this.offset);
        this.offset += 4;
        return result;
      }
      uint32() {
        const result = this.buffer.readUInt32BE(this.offset);
        this.offset += 4;
        return result;
      }
      string(length) {
        const result = this.buffer.toString(this.encoding, this.offset, this.offset + length);
        this.offset += length;
        return result;
      }
      cstring() {
        const start = this.offset;
        let end = start;
        while (this.buffer[end++]) {
        }
        this.offset = end;
        return this.buffer.toString(this.encoding, start, end - 1);
      }
      bytes(length) {
        const result = this.buffer.slice(this.offset, this.offset + length);
        this.offset += length;
        return result;
      }
    };
    exports.BufferReader = BufferReader;
  }
});

// node_modules/pg-protocol/dist/parser.js
var require_parser = __commonJS({
  "node_modules/pg-protocol/dist/parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var messages_1 = require_messages();
    var buffer_reader_1 = require_buffer_reader();
    var CODE_LENGTH = 1;
    var LEN_LENGTH = 4;
    var HEADER_LENGTH = CODE_LENGTH + LEN_LENGTH;
    var LATEINIT_LENGTH = -1;
    var emptyBuffer = Buffer.allocUnsafe(0);
    var Parser = class {
      constructor(opts) {
        this.buffer = emptyBuffer;
        this.bufferLength = 0;
        this.bufferOffset = 0;
        this.reader = new buffer_reader_1.BufferReader();
        if ((opts === null || opts === void 0 ? void 0 : opts.mode) === "binary") {
          throw new Error("Binary mode not supported yet");
        }
        this.mode = (opts === null || opts === void 0 ? void 0 : opts.mode) || "text";
      }
      parse(buffer, callback) {
        this.mergeBuffer(buffer);
        const bufferFullLength = this.bufferOffset + this.bufferLength;
        let offset = this.bufferOffset;
        while (offset + HEADER_LENGTH <= bufferFullLength) {
          const code = this.buffer[offset];
          const length = this.buffer.readUInt32BE(offset + CODE_LENGTH);
          const fullMessageLength = CODE_LENGTH + length;
          if (fullMessageLength + offset <= bufferFullLength) {
            const message = this.handlePacket(offset + HEADER_LENGTH, code, length, this.buffer);
            callback(message);
            offset += fullMessageLength;
          } else {
            break;
          }
        }
        if (offset === bufferFullLength) {
          this.buffer = emptyBuffer;
          this.bufferLength = 0;
          this.bufferOffset = 0;
        } else {
          this.bufferLength = bufferFullLength - offset;
          this.bufferOffset = offset;
        }
      }
      mergeBuffer(buffer) {
        if (this.bufferLength > 0) {
          const newLength = this.bufferLength + buffer.byteLength;
          const newFullLength = newLength + this.bufferOffset;
          if (newFullLength > this.buffer.byteLength) {
            let newBuffer;
            if (newLength <= this.buffer.byteLength && this.bufferOffset >= this.bufferLength) {
              newBuffer = this.buffer;
            } else {
              let newBufferLength = this.buffer.byteLength * 2;
              while (newLength >= newBufferLength) {
                newBufferLength *= 2;
              }
              newBuffer = Buffer.allocUnsafe(newBufferLength);
            }
            this.buffer.copy(newBuffer, 0, this.bufferOffset, this.bufferOffset + this.bufferLength);
            this.buffer = newBuffer;
            this.bufferOffset = 0;
          }
          buffer.copy(this.buffer, this.bufferOffset + this.bufferLength);
          this.bufferLength = newLength;
        } else {
          this.buffer = buffer;
          this.bufferOffset = 0;
          this.bufferLength = buffer.byteLength;
        }
      }
      handlePacket(offset, code, length, bytes) {
        const { reader } = this;
        reader.setBuffer(offset, bytes);
        let message;
        switch (code) {
          case 50:
            message = messages_1.bindComplete;
            break;
          case 49:
            message = messages_1.parseComplete;
            break;
          case 51:
            message = messages_1.closeComplete;
            break;
          case 110:
            message = messages_1.noData;
            break;
          case 115:
            message = messages_1.portalSuspended;
            break;
          case 99:
            message = messages_1.copyDone;
            break;
          case 87:
            message = messages_1.replicationStart;
            break;
          case 73:
            message = messages_1.emptyQuery;
            break;
          case 68:
            message = parseDataRowMessage(reader);
            break;
          case 67:
            message = parseCommandCompleteMessage(reader);
            break;
          case 90:
            message = parseReadyForQueryMessage(reader);
            break;
          case 65:
            message = parseNotificationMessage(reader);
            break;
          case 82:
            message = parseAuthenticationResponse(reader, length);
            break;
          case 83:
            message = parseParameterStatusMessage(reader);
            break;
          case 75:
            message = parseBackendKeyData(reader);
            break;
          case 69:
            message = parseErrorMessage(reader, "error");
            break;
          case 78:
            message = parseErrorMessage(reader, "notice");
            break;
          case 84:
            message = parseRowDescriptionMessage(reader);
            break;
          case 116:
            message = parseParameterDescriptionMessage(reader);
            break;
          case 71:
            message = parseCopyInMessage(reader);
            break;
          case 72:
            message = parseCopyOutMessage(reader);
            break;
          case 100:
            message = parseCopyData(reader, length);
            break;
          default:
            return new messages_1.DatabaseError("received invalid response: " + code.toString(16), length, "error");
        }
        reader.setBuffer(0, emptyBuffer);
        message.length = length;
        return message;
      }
    };
    exports.Parser = Parser;
    var parseReadyForQueryMessage = (reader) => {
      const status = reader.string(1);
      return new messages_1.ReadyForQueryMessage(LATEINIT_LENGTH, status);
    };
    var parseCommandCompleteMessage = (reader) => {
      const text2 = reader.cstring();
      return new messages_1.CommandCompleteMessage(LATEINIT_LENGTH, text2);
    };
    var parseCopyData = (reader, length) => {
      const chunk = reader.bytes(length - 4);
      return new messages_1.CopyDataMessage(LATEINIT_LENGTH, chunk);
    };
    var parseCopyInMessage = (reader) => parseCopyMessage(reader, "copyInResponse");
    var parseCopyOutMessage = (reader) => parseCopyMessage(reader, "copyOutResponse");
    var parseCopyMessage = (reader, messageName) => {
      const isBinary = reader.byte() !== 0;
      const columnCount = reader.int16();
      const message = new messages_1.CopyResponse(LATEINIT_LENGTH, messageName, isBinary, columnCount);
      for (let i = 0; i < columnCount; i++) {
        message.columnTypes[i] = reader.int16();
      }
      return message;
    };
    var parseNotificationMessage = (reader) => {
      const processId = reader.int32();
      const channel = reader.cstring();
      const payload = reader.cstring();
      return new messages_1.NotificationResponseMessage(LATEINIT_LENGTH, processId, channel, payload);
    };
    var parseRowDescriptionMessage = (reader) => {
      const fieldCount = reader.int16();
      const message = new messages_1.RowDescriptionMessage(LATEINIT_LENGTH, fieldCount);
      for (let i = 0; i < fieldCount; i++) {
        message.fields[i] = parseField(reader);
      }
      return message;
    };
    var parseField = (reader) => {
      const name = reader.cstring();
      const tableID = reader.uint32();
      const columnID = reader.int16();
      const dataTypeID = reader.uint32();
      const dataTypeSize = reader.int16();
      const dataTypeModifier = reader.int32();
      const mode = reader.int16() === 0 ? "text" : "binary";
      return new messages_1.Field(name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier, mode);
    };
    var parseParameterDescriptionMessage = (reader) => {
      const parameterCount = reader.int16();
      const message = new messages_1.ParameterDescriptionMessage(LATEINIT_LENGTH, parameterCount);
      for (let i = 0; i < parameterCount; i++) {
        message.dataTypeIDs[i] = reader.uint32();
      }
      return message;
    };
    var parseDataRowMessage = (reader) => {
      const fieldCount = reader.int16();
      const fields = new Array(fieldCount);
      for (let i = 0; i < fieldCount; i++) {
        const len = reader.int32();
        fields[i] = len === -1 ? null : reader.string(len);
      }
      return new messages_1.DataRowMessage(LATEINIT_LENGTH, fields);
    };
    var parseParameterStatusMessage = (reader) => {
      const name = reader.cstring();
      const value = reader.cstring();
      return new messages_1.ParameterStatusMessage(LATEINIT_LENGTH, name, value);
    };
    var parseBackendKeyData = (reader) => {
      const processID = reader.int32();
      const secretKey = reader.int32();
      return new messages_1.BackendKeyDataMessage(LATEINIT_LENGTH, processID, secretKey);
    };
    var parseAuthenticationResponse = (reader, length) => {
      const code = reader.int32();
      const message = {
        name: "authenticationOk",
        length
      };
      switch (code) {
        case 0:
          break;
        case 3:
          if (message.length === 8) {
            message.name = "authenticationCleartextPassword";
          }
          break;
        case 5:
          if (message.length === 12) {
            message.name = "authenticationMD5Password";
            const salt = reader.bytes(4);
            return new messages_1.AuthenticationMD5Password(LATEINIT_LENGTH, salt);
          }
          break;
        case 10:
          {
            message.name = "authenticationSASL";
            message.mechanisms = [];
            let mechanism;
            do {
              mechanism = reader.cstring();
              if (mechanism) {
                message.mechanisms.push(mechanism);
              }
            } while (mechanism);
          }
          break;
        case 11:
          message.name = "authenticationSASLContinue";
          message.data = reader.string(length - 8);
          break;
        case 12:
          message.name = "authenticationSASLFinal";
          message.data = reader.string(length - 8);
          break;
        default:
          throw new Error("Unknown authenticationOk message type " + code);
      }
      return message;
    };
    var parseErrorMessage = (reader, name) => {
      const fields = {};
      let fieldType = reader.string(1);
      while (fieldType !== "\0") {
        fields[fieldType] = reader.cstring();
        fieldType = reader.string(1);
      }
      const messageValue = fields.M;
      const message = name === "notice" ? new messages_1.NoticeMessage(LATEINIT_LENGTH, messageValue) : new messages_1.DatabaseError(messageValue, LATEINIT_LENGTH, name);
      message.severity = fields.S;
      message.code = fields.C;
      message.detail = fields.D;
      message.hint = fields.H;
      message.position = fields.P;
      message.internalPosition = fields.p;
      message.internalQuery = fields.q;
      message.where = fields.W;
      message.schema = fields.s;
      message.table = fields.t;
      message.column = fields.c;
      message.dataType = fields.d;
      message.constraint = fields.n;
      message.file = fields.F;
      message.line = fields.L;
      message.routine = fields.R;
      return message;
    };
  }
});

// node_modules/pg-protocol/dist/index.js
var require_dist = __commonJS({
  "node_modules/pg-protocol/dist/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DatabaseError = exports.serialize = void 0;
    exports.parse = parse;
    var messages_1 = require_messages();
    Object.defineProperty(exports, "DatabaseError", { enumerable: true, get: function() {
      return messages_1.DatabaseError;
    } });
    var serializer_1 = require_serializer();
    Object.defineProperty(exports, "serialize", { enumerable: true, get: function() {
      return serializer_1.serialize;
    } });
    var parser_1 = require_parser();
    function parse(stream, callback) {
      const parser = new parser_1.Parser();
      stream.on("data", (buffer) => parser.parse(buffer, callback));
      return new Promise((resolve3) => stream.on("end", () => resolve3()));
    }
  }
});

// node_modules/pg-cloudflare/dist/empty.js
var require_empty = __commonJS({
  "node_modules/pg-cloudflare/dist/empty.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = {};
  }
});

// node_modules/pg/lib/stream.js
var require_stream = __commonJS({
  "node_modules/pg/lib/stream.js"(exports, module) {
    var { getStream, getSecureStream } = getStreamFuncs();
    module.exports = {
      /**
       * Get a socket stream compatible with the current runtime environment.
       * @returns {Duplex}
       */
      getStream,
      /**
       * Get a TLS secured socket, compatible with the current environment,
       * using the socket and other settings given in `options`.
       * @returns {Duplex}
       */
      getSecureStream
    };
    function getNodejsStreamFuncs() {
      function getStream2(ssl) {
        const net = __require("net");
        return new net.Socket();
      }
      function getSecureStream2(options) {
        const tls = __require("tls");
        return tls.connect(options);
      }
      return {
        getStream: getStream2,
        getSecureStream: getSecureStream2
      };
    }
    function getCloudflareStreamFuncs() {
      function getStream2(ssl) {
        const { CloudflareSocket } = require_empty();
        return new CloudflareSocket(ssl);
      }
      function getSecureStream2(options) {
        options.socket.startTls(options);
        return options.socket;
      }
      return {
        getStream: getStream2,
        getSecureStream: getSecureStream2
      };
    }
    function isCloudflareRuntime() {
      if (typeof navigator === "object" && navigator !== null && typeof navigator.userAgent === "string") {
        return navigator.userAgent === "Cloudflare-Workers";
      }
      if (typeof Response === "function") {
        const resp = new Response(null, { cf: { thing: true } });
        if (typeof resp.cf === "object" && resp.cf !== null && resp.cf.thing) {
          return true;
        }
      }
      return false;
    }
    function getStreamFuncs() {
      if (isCloudflareRuntime()) {
        return getCloudflareStreamFuncs();
      }
      return getNodejsStreamFuncs();
    }
  }
});

// node_modules/pg/lib/connection.js
var require_connection = __commonJS({
  "node_modules/pg/lib/connection.js"(exports, module) {
    "use strict";
    var EventEmitter = __require("events").EventEmitter;
    var { parse, serialize } = require_dist();
    var stream = require_stream();
    var { getStream } = stream;
    var flushBuffer = serialize.flush();
    var syncBuffer = serialize.sync();
    var endBuffer = serialize.end();
    var Connection2 = class extends EventEmitter {
      constructor(config2) {
        super();
        config2 = config2 || {};
        this.stream = config2.stream || getStream(config2.ssl);
        if (typeof this.stream === "function") {
          this.stream = this.stream(config2);
        }
        this._keepAlive = config2.keepAlive;
        this._keepAliveInitialDelayMillis = config2.keepAliveInitialDelayMillis;
        this.parsedStatements = {};
        this.submittedNamedStatements = {};
        this.ssl = config2.ssl || false;
        this.sslNegotiation = config2.sslNegotiation || "postgres";
        this._ending = false;
        this._emitMessage = false;
        const self = this;
        this.on("newListener", function(eventName) {
          if (eventName === "message") {
            self._emitMessage = true;
          }
        });
      }
      connect(port, host) {
        const self = this;
        this._connecting = true;
        this.stream.setNoDelay(true);
        this.stream.connect(port, host);
        this.stream.once("connect", function() {
          if (self._keepAlive) {
            self.stream.setKeepAlive(true, self._keepAliveInitialDelayMillis);
          }
          self.emit("connect");
        });
        const reportStreamError = function(error2) {
          if (self._ending && (error2.code === "ECONNRESET" || error2.code === "EPIPE")) {
            return;
          }
          self.emit("error", error2);
        };
        this.stream.on("error", reportStreamError);
        this.stream.on("close", function() {
          self.emit("end");
        });
        if (!this.ssl) {
          return this.attachListeners(this.stream);
        }
        if (this.sslNegotiation === "direct") {
          return this.stream.once("connect", function() {
            self.upgradeToSSL(host, reportStreamError);
          });
        }
        this.stream.once("data", function(buffer) {
          const responseCode = buffer.toString("utf8");
          switch (responseCode) {
            case "S":
              break;
            case "N":
              self.stream.end();
              return self.emit("error", new Error("The server does not support SSL connections"));
            default:
              self.stream.end();
              return self.emit("error", new Error("There was an error establishing an SSL connection"));
          }
          self.upgradeToSSL(host, reportStreamError);
        });
      }
      upgradeToSSL(host, reportStreamError) {
        const self = this;
        const options = {
          socket: self.stream,
          // tls.connect checks the server identity against `servername`, falling
          // back to `host` and then to 'localhost'. `servername` must stay unset
          // for IP addresses (see below), so `host` is needed to keep certificate
          // validation working when connecting to an IP address.
          host
        };
        if (self.ssl !== true) {
          Object.assign(options, self.ssl);
          if ("key" in self.ssl) {
            options.key = self.ssl.key;
          }
        }
        if (self.sslNegotiation === "direct") {
          options.ALPNProtocols = ["postgresql"];
        }
        const net = __require("net");
        if (net.isIP && net.isIP(host) === 0) {
          options.servername = host;
        }
        try {
          self.stream = stream.getSecureStream(options);
        } catch (err) {
          return self.emit("error", err);
        }
        self.attachListeners(self.stream);
        self.stream.on("error", reportStreamError);
        self.emit("sslconnect");
      }
      attachListeners(stream2) {
        parse(stream2, (msg) => {
          const eventName = msg.name === "error" ? "errorMessage" : msg.name;
          if (this._emitMessage) {
            this.emit("message", msg);
          }
          this.emit(eventName, msg);
        });
      }
      requestSsl() {
        this.stream.write(serialize.requestSsl());
      }
      startup(config2) {
        this.stream.write(serialize.startup(config2));
      }
      cancel(processID, secretKey) {
        this._send(serialize.cancel(processID, secretKey));
      }
      password(password) {
        this._send(serialize.password(password));
      }
      sendSASLInitialResponseMessage(mechanism, initialResponse) {
        this._send(serialize.sendSASLInitialResponseMessage(mechanism, initialResponse));
      }
      sendSCRAMClientFinalMessage(additionalData) {
        this._send(serialize.sendSCRAMClientFinalMessage(additionalData));
      }
      _send(buffer) {
        if (!this.stream.writable) {
          return false;
        }
        return this.stream.write(buffer);
      }
      query(text2) {
        this._send(serialize.query(text2));
      }
      // send parse message
      parse(query) {
        this._send(serialize.parse(query));
      }
      // send bind message
      bind(config2) {
        this._send(serialize.bind(config2));
      }
      // send execute message
      execute(config2) {
        this._send(serialize.execute(config2));
      }
      flush() {
        if (this.stream.writable) {
          this.stream.write(flushBuffer);
        }
      }
      sync() {
        this._send(syncBuffer);
      }
      ref() {
        this.stream.ref();
      }
      unref() {
        this.stream.unref();
      }
      end() {
        this._ending = true;
        if (!this._connecting || !this.stream.writable) {
          this.stream.end();
          return;
        }
        return this.stream.write(endBuffer, () => {
          this.stream.end();
        });
      }
      close(msg) {
        this._send(serialize.close(msg));
      }
      describe(msg) {
        this._send(serialize.describe(msg));
      }
      sendCopyFromChunk(chunk) {
        this._send(serialize.copyData(chunk));
      }
      endCopyFrom() {
        this._send(serialize.copyDone());
      }
      sendCopyFail(msg) {
        this._send(serialize.copyFail(msg));
      }
    };
    module.exports = Connection2;
  }
});

// node_modules/split2/index.js
var require_split2 = __commonJS({
  "node_modules/split2/index.js"(exports, module) {
    "use strict";
    var { Transform } = __require("stream");
    var { StringDecoder } = __require("string_decoder");
    var kLast = /* @__PURE__ */ Symbol("last");
    var kDecoder = /* @__PURE__ */ Symbol("decoder");
    function transform(chunk, enc, cb) {
      let list;
      if (this.overflow) {
        const buf = this[kDecoder].write(chunk);
        list = buf.split(this.matcher);
        if (list.length === 1) return cb();
        list.shift();
        this.overflow = false;
      } else {
        this[kLast] += this[kDecoder].write(chunk);
        list = this[kLast].split(this.matcher);
      }
      this[kLast] = list.pop();
      for (let i = 0; i < list.length; i++) {
        try {
          push(this, this.mapper(list[i]));
        } catch (error2) {
          return cb(error2);
        }
      }
      this.overflow = this[kLast].length > this.maxLength;
      if (this.overflow && !this.skipOverflow) {
        cb(new Error("maximum buffer reached"));
        return;
      }
      cb();
    }
    function flush(cb) {
      this[kLast] += this[kDecoder].end();
      if (this[kLast]) {
        try {
          push(this, this.mapper(this[kLast]));
        } catch (error2) {
          return cb(error2);
        }
      }
      cb();
    }
    function push(self, val) {
      if (val !== void 0) {
        self.push(val);
      }
    }
    function noop(incoming) {
      return incoming;
    }
    function split(matcher, mapper, options) {
      matcher = matcher || /\r?\n/;
      mapper = mapper || noop;
      options = options || {};
      switch (arguments.length) {
        case 1:
          if (typeof matcher === "function") {
            mapper = matcher;
            matcher = /\r?\n/;
          } else if (typeof matcher === "object" && !(matcher instanceof RegExp) && !matcher[Symbol.split]) {
            options = matcher;
            matcher = /\r?\n/;
          }
          break;
        case 2:
          if (typeof matcher === "function") {
            options = mapper;
            mapper = matcher;
            matcher = /\r?\n/;
          } else if (typeof mapper === "object") {
            options = mapper;
            mapper = noop;
          }
      }
      options = Object.assign({}, options);
      options.autoDestroy = true;
      options.transform = transform;
      options.flush = flush;
      options.readableObjectMode = true;
      const stream = new Transform(options);
      stream[kLast] = "";
      stream[kDecoder] = new StringDecoder("utf8");
      stream.matcher = matcher;
      stream.mapper = mapper;
      stream.maxLength = options.maxLength;
      stream.skipOverflow = options.skipOverflow || false;
      stream.overflow = false;
      stream._destroy = function(err, cb) {
        this._writableState.errorEmitted = false;
        cb(err);
      };
      return stream;
    }
    module.exports = split;
  }
});

// node_modules/pgpass/lib/helper.js
var require_helper = __commonJS({
  "node_modules/pgpass/lib/helper.js"(exports, module) {
    "use strict";
    var path6 = __require("path");
    var Stream = __require("stream").Stream;
    var split = require_split2();
    var util = __require("util");
    var defaultPort = 5432;
    var isWin = process.platform === "win32";
    var warnStream = process.stderr;
    var S_IRWXG = 56;
    var S_IRWXO = 7;
    var S_IFMT = 61440;
    var S_IFREG = 32768;
    function isRegFile(mode) {
      return (mode & S_IFMT) == S_IFREG;
    }
    var fieldNames = ["host", "port", "database", "user", "password"];
    var nrOfFields = fieldNames.length;
    var passKey = fieldNames[nrOfFields - 1];
    function warn() {
      var isWritable = warnStream instanceof Stream && true === warnStream.writable;
      if (isWritable) {
        var args = Array.prototype.slice.call(arguments).concat("\n");
        warnStream.write(util.format.apply(util, args));
      }
    }
    Object.defineProperty(module.exports, "isWin", {
      get: function() {
        return isWin;
      },
      set: function(val) {
        isWin = val;
      }
    });
    module.exports.warnTo = function(stream) {
      var old = warnStream;
      warnStream = stream;
      return old;
    };
    module.exports.getFileName = function(rawEnv) {
      var env = rawEnv || process.env;
      var file = env.PGPASSFILE || (isWin ? path6.join(env.APPDATA || "./", "postgresql", "pgpass.conf") : path6.join(env.HOME || "./", ".pgpass"));
      return file;
    };
    module.exports.usePgPass = function(stats, fname) {
      if (Object.prototype.hasOwnProperty.call(process.env, "PGPASSWORD")) {
        return false;
      }
      if (isWin) {
        return true;
      }
      fname = fname || "<unkn>";
      if (!isRegFile(stats.mode)) {
        warn('WARNING: password file "%s" is not a plain file', fname);
        return false;
      }
      if (stats.mode & (S_IRWXG | S_IRWXO)) {
        warn('WARNING: password file "%s" has group or world access; permissions should be u=rw (0600) or less', fname);
        return false;
      }
      return true;
    };
    var matcher = module.exports.match = function(connInfo, entry) {
      return fieldNames.slice(0, -1).reduce(function(prev, field, idx) {
        if (idx == 1) {
          if (Number(connInfo[field] || defaultPort) === Number(entry[field])) {
            return prev && true;
          }
        }
        return prev && (entry[field] === "*" || entry[field] === connInfo[field]);
      }, true);
    };
    module.exports.getPassword = function(connInfo, stream, cb) {
      var pass;
      var lineStream = stream.pipe(split());
      function onLine(line) {
        var entry = parseLine(line);
        if (entry && isValidEntry(entry) && matcher(connInfo, entry)) {
          pass = entry[passKey];
          lineStream.end();
        }
      }
      var onEnd = function() {
        stream.destroy();
        cb(pass);
      };
      var onErr = function(err) {
        stream.destroy();
        warn("WARNING: error on reading file: %s", err);
        cb(void 0);
      };
      stream.on("error", onErr);
      lineStream.on("data", onLine).on("end", onEnd).on("error", onErr);
    };
    var parseLine = module.exports.parseLine = function(line) {
      if (line.length < 11 || line.match(/^\s+#/)) {
        return null;
      }
      var curChar = "";
      var prevChar = "";
      var fieldIdx = 0;
      var startIdx = 0;
      var endIdx = 0;
      var obj = {};
      var isLastField = false;
      var addToObj = function(idx, i0, i1) {
        var field = line.substring(i0, i1);
        if (!Object.hasOwnProperty.call(process.env, "PGPASS_NO_DEESCAPE")) {
          field = field.replace(/\\([:\\])/g, "$1");
        }
        obj[fieldNames[idx]] = field;
      };
      for (var i = 0; i < line.length - 1; i += 1) {
        curChar = line.charAt(i + 1);
        prevChar = line.charAt(i);
        isLastField = fieldIdx == nrOfFields - 1;
        if (isLastField) {
          addToObj(fieldIdx, startIdx);
          break;
        }
        if (i >= 0 && curChar == ":" && prevChar !== "\\") {
          addToObj(fieldIdx, startIdx, i + 1);
          startIdx = i + 2;
          fieldIdx += 1;
        }
      }
      obj = Object.keys(obj).length === nrOfFields ? obj : null;
      return obj;
    };
    var isValidEntry = module.exports.isValidEntry = function(entry) {
      var rules = {
        // host
        0: function(x) {
          return x.length > 0;
        },
        // port
        1: function(x) {
          if (x === "*") {
            return true;
          }
          x = Number(x);
          return isFinite(x) && x > 0 && x < 9007199254740992 && Math.floor(x) === x;
        },
        // database
        2: function(x) {
          return x.length > 0;
        },
        // username
        3: function(x) {
          return x.length > 0;
        },
        // password
        4: function(x) {
          return x.length > 0;
        }
      };
      for (var idx = 0; idx < fieldNames.length; idx += 1) {
        var rule = rules[idx];
        var value = entry[fieldNames[idx]] || "";
        var res = rule(value);
        if (!res) {
          return false;
        }
      }
      return true;
    };
  }
});

// node_modules/pgpass/lib/index.js
var require_lib = __commonJS({
  "node_modules/pgpass/lib/index.js"(exports, module) {
    "use strict";
    var path6 = __require("path");
    var fs3 = __require("fs");
    var helper = require_helper();
    module.exports = function(connInfo, cb) {
      var file = helper.getFileName();
      fs3.stat(file, function(err, stat3) {
        if (err || !helper.usePgPass(stat3, file)) {
          return cb(void 0);
        }
        var st = fs3.createReadStream(file);
        helper.getPassword(connInfo, st, cb);
      });
    };
    module.exports.warnTo = helper.warnTo;
  }
});

// node_modules/pg/lib/client.js
var require_client = __commonJS({
  "node_modules/pg/lib/client.js"(exports, module) {
    var EventEmitter = __require("events").EventEmitter;
    var utils = require_utils();
    var nodeUtils = __require("util");
    var sasl = require_sasl();
    var TypeOverrides2 = require_type_overrides();
    var ConnectionParameters = require_connection_parameters();
    var Query2 = require_query();
    var defaults2 = require_defaults();
    var Connection2 = require_connection();
    var crypto2 = require_utils2();
    var activeQueryDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Client.activeQuery is deprecated and will be removed in pg@9.0"
    );
    var queryQueueDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Client.queryQueue is deprecated and will be removed in pg@9.0."
    );
    var pgPassDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "pgpass support is deprecated and will be removed in pg@9.0. You can provide an async function as the password property to the Client/Pool constructor that returns a password instead. Within this function you can call the pgpass module in your own code."
    );
    var byoPromiseDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Passing a custom Promise implementation to the Client/Pool constructor is deprecated and will be removed in pg@9.0."
    );
    var queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead."
    );
    function coerceNumberOrDefault(value, defaultValue) {
      if (typeof value === "number") {
        return Number.isFinite(value) ? value : defaultValue;
      }
      if (typeof value === "string" && value.trim() !== "") {
        const n = Number(value);
        return Number.isFinite(n) ? n : defaultValue;
      }
      return defaultValue;
    }
    var Client2 = class extends EventEmitter {
      constructor(config2) {
        super();
        this.connectionParameters = new ConnectionParameters(config2);
        this.user = this.connectionParameters.user;
        this.database = this.connectionParameters.database;
        this.port = this.connectionParameters.port;
        this.host = this.connectionParameters.host;
        Object.defineProperty(this, "password", {
          configurable: true,
          enumerable: false,
          writable: true,
          value: this.connectionParameters.password
        });
        this.replication = this.connectionParameters.replication;
        const c = config2 || {};
        if (c.Promise) {
          byoPromiseDeprecationNotice();
        }
        this._Promise = c.Promise || global.Promise;
        this._types = new TypeOverrides2(c.types);
        this._ending = false;
        this._ended = false;
        this._connecting = false;
        this._connected = false;
        this._connectionError = false;
        this._queryable = true;
        this._activeQuery = null;
        this._txStatus = null;
        this.enableChannelBinding = Boolean(c.enableChannelBinding);
        this.scramMaxIterations = coerceNumberOrDefault(c.scramMaxIterations, sasl.DEFAULT_MAX_SCRAM_ITERATIONS);
        this.connection = c.connection || new Connection2({
          stream: c.stream,
          ssl: this.connectionParameters.ssl,
          sslNegotiation: this.connectionParameters.sslnegotiation,
          keepAlive: c.keepAlive || false,
          keepAliveInitialDelayMillis: c.keepAliveInitialDelayMillis || 0,
          encoding: this.connectionParameters.client_encoding || "utf8"
        });
        this._queryQueue = [];
        this._sentQueryQueue = [];
        this.pipeline = Boolean(c.pipeline);
        this.binary = c.binary || defaults2.binary;
        this.processID = null;
        this.secretKey = null;
        this.ssl = this.connectionParameters.ssl || false;
        this.sslNegotiation = this.connectionParameters.sslnegotiation || "postgres";
        if (this.ssl && this.ssl.key) {
          Object.defineProperty(this.ssl, "key", {
            enumerable: false
          });
        }
        this._connectionTimeoutMillis = c.connectionTimeoutMillis || 0;
      }
      get activeQuery() {
        activeQueryDeprecationNotice();
        return this._activeQuery;
      }
      set activeQuery(val) {
        activeQueryDeprecationNotice();
        this._activeQuery = val;
      }
      _getActiveQuery() {
        return this._activeQuery;
      }
      _errorAllQueries(err) {
        const enqueueError = (query) => {
          process.nextTick(() => {
            query.handleError(err, this.connection);
          });
        };
        const activeQuery = this._getActiveQuery();
        if (activeQuery) {
          enqueueError(activeQuery);
          this._activeQuery = null;
        }
        this._sentQueryQueue.forEach(enqueueError);
        this._sentQueryQueue.length = 0;
        this._queryQueue.forEach(enqueueError);
        this._queryQueue.length = 0;
      }
      _connect(callback) {
        const self = this;
        const con = this.connection;
        this._connectionCallback = callback;
        if (this._connecting || this._connected) {
          const err = new Error("Client has already been connected. You cannot reuse a client.");
          process.nextTick(() => {
            callback(err);
          });
          return;
        }
        this._connecting = true;
        if (this._connectionTimeoutMillis > 0) {
          this.connectionTimeoutHandle = setTimeout(() => {
            con._ending = true;
            con.stream.destroy(new Error("timeout expired"));
          }, this._connectionTimeoutMillis);
          if (this.connectionTimeoutHandle.unref) {
            this.connectionTimeoutHandle.unref();
          }
        }
        if (this.host && this.host.indexOf("/") === 0) {
          con.connect(this.host + "/.s.PGSQL." + this.port);
        } else {
          con.connect(this.port, this.host);
        }
        con.on("connect", function() {
          if (self.ssl) {
            if (self.sslNegotiation !== "direct") {
              con.requestSsl();
            }
          } else {
            con.startup(self.getStartupConf());
          }
        });
        con.on("sslconnect", function() {
          con.startup(self.getStartupConf());
        });
        this._attachListeners(con);
        con.once("end", () => {
          const error2 = this._ending ? new Error("Connection terminated") : new Error("Connection terminated unexpectedly");
          clearTimeout(this.connectionTimeoutHandle);
          this._errorAllQueries(error2);
          this._ended = true;
          if (!this._ending) {
            if (this._connecting && !this._connectionError) {
              if (this._connectionCallback) {
                this._connectionCallback(error2);
              } else {
                this._handleErrorEvent(error2);
              }
            } else if (!this._connectionError) {
              this._handleErrorEvent(error2);
            }
          }
          process.nextTick(() => {
            this.emit("end");
          });
        });
      }
      connect(callback) {
        if (callback) {
          this._connect(callback);
          return;
        }
        return new this._Promise((resolve3, reject) => {
          this._connect((error2) => {
            if (error2) {
              reject(error2);
            } else {
              resolve3(this);
            }
          });
        });
      }
      _attachListeners(con) {
        con.on("authenticationCleartextPassword", this._handleAuthCleartextPassword.bind(this));
        con.on("authenticationMD5Password", this._handleAuthMD5Password.bind(this));
        con.on("authenticationSASL", this._handleAuthSASL.bind(this));
        con.on("authenticationSASLContinue", this._handleAuthSASLContinue.bind(this));
        con.on("authenticationSASLFinal", this._handleAuthSASLFinal.bind(this));
        con.on("backendKeyData", this._handleBackendKeyData.bind(this));
        con.on("error", this._handleErrorEvent.bind(this));
        con.on("errorMessage", this._handleErrorMessage.bind(this));
        con.on("readyForQuery", this._handleReadyForQuery.bind(this));
        con.on("notice", this._handleNotice.bind(this));
        con.on("rowDescription", this._handleRowDescription.bind(this));
        con.on("dataRow", this._handleDataRow.bind(this));
        con.on("portalSuspended", this._handlePortalSuspended.bind(this));
        con.on("emptyQuery", this._handleEmptyQuery.bind(this));
        con.on("commandComplete", this._handleCommandComplete.bind(this));
        con.on("parseComplete", this._handleParseComplete.bind(this));
        con.on("copyInResponse", this._handleCopyInResponse.bind(this));
        con.on("copyData", this._handleCopyData.bind(this));
        con.on("notification", this._handleNotification.bind(this));
      }
      _getPassword(cb) {
        const con = this.connection;
        if (typeof this.password === "function") {
          this._Promise.resolve().then(() => this.password(this.connectionParameters)).then((pass) => {
            if (pass !== void 0) {
              if (typeof pass !== "string") {
                con.emit("error", new TypeError("Password must be a string"));
                return;
              }
              this.connectionParameters.password = this.password = pass;
            } else {
              this.connectionParameters.password = this.password = null;
            }
            cb();
          }).catch((err) => {
            con.emit("error", err);
          });
        } else if (this.password !== null) {
          cb();
        } else {
          try {
            const pgPass = require_lib();
            pgPass(this.connectionParameters, (pass) => {
              if (void 0 !== pass) {
                pgPassDeprecationNotice();
                this.connectionParameters.password = this.password = pass;
              }
              cb();
            });
          } catch (e) {
            this.emit("error", e);
          }
        }
      }
      _handleAuthCleartextPassword(msg) {
        this._getPassword(() => {
          this.connection.password(this.password);
        });
      }
      _handleAuthMD5Password(msg) {
        this._getPassword(async () => {
          try {
            const hashedPassword = await crypto2.postgresMd5PasswordHash(this.user, this.password, msg.salt);
            this.connection.password(hashedPassword);
          } catch (e) {
            this.emit("error", e);
          }
        });
      }
      _handleAuthSASL(msg) {
        this._getPassword(() => {
          try {
            this.saslSession = sasl.startSession(
              msg.mechanisms,
              this.enableChannelBinding && this.connection.stream,
              this.scramMaxIterations
            );
            this.connection.sendSASLInitialResponseMessage(this.saslSession.mechanism, this.saslSession.response);
          } catch (err) {
            this.connection.emit("error", err);
          }
        });
      }
      async _handleAuthSASLContinue(msg) {
        try {
          await sasl.continueSession(
            this.saslSession,
            this.password,
            msg.data,
            this.enableChannelBinding && this.connection.stream
          );
          this.connection.sendSCRAMClientFinalMessage(this.saslSession.response);
        } catch (err) {
          this.connection.emit("error", err);
        }
      }
      _handleAuthSASLFinal(msg) {
        try {
          sasl.finalizeSession(this.saslSession, msg.data);
          this.saslSession = null;
        } catch (err) {
          this.connection.emit("error", err);
        }
      }
      _handleBackendKeyData(msg) {
        this.processID = msg.processID;
        this.secretKey = msg.secretKey;
      }
      _handleReadyForQuery(msg) {
        if (this._connecting) {
          this._connecting = false;
          this._connected = true;
          clearTimeout(this.connectionTimeoutHandle);
          if (this._connectionCallback) {
            this._connectionCallback(null, this);
            this._connectionCallback = null;
          }
          this.emit("connect");
        }
        const activeQuery = this._getActiveQuery();
        this._activeQuery = null;
        this._txStatus = msg?.status ?? null;
        this.readyForQuery = true;
        if (activeQuery) {
          activeQuery.handleReadyForQuery(this.connection);
        }
        this._pulseQueryQueue();
      }
      // if we receive an error event or error message
      // during the connection process we handle it here
      _handleErrorWhileConnecting(err) {
        if (this._connectionError) {
          return;
        }
        this._connectionError = true;
        clearTimeout(this.connectionTimeoutHandle);
        if (this._connectionCallback) {
          return this._connectionCallback(err);
        }
        this.emit("error", err);
      }
      // if we're connected and we receive an error event from the connection
      // this means the socket is dead - do a hard abort of all queries and emit
      // the socket error on the client as well
      _handleErrorEvent(err) {
        if (this._connecting) {
          return this._handleErrorWhileConnecting(err);
        }
        this._queryable = false;
        this._errorAllQueries(err);
        this.emit("error", err);
      }
      // handle error messages from the postgres backend
      _handleErrorMessage(msg) {
        if (this._connecting) {
          return this._handleErrorWhileConnecting(msg);
        }
        const activeQuery = this._getActiveQuery();
        if (!activeQuery) {
          this._handleErrorEvent(msg);
          return;
        }
        this._activeQuery = null;
        if (activeQuery.name) {
          delete this.connection.submittedNamedStatements[activeQuery.name];
        }
        activeQuery.handleError(msg, this.connection);
      }
      _handleRowDescription(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected rowDescription message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleRowDescription(msg);
      }
      _handleDataRow(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected dataRow message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleDataRow(msg);
      }
      _handlePortalSuspended(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected portalSuspended message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handlePortalSuspended(this.connection);
      }
      _handleEmptyQuery(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected emptyQuery message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleEmptyQuery(this.connection);
      }
      _handleCommandComplete(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected commandComplete message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleCommandComplete(msg, this.connection);
      }
      _handleParseComplete() {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected parseComplete message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        if (activeQuery.name) {
          this.connection.parsedStatements[activeQuery.name] = activeQuery.text;
          delete this.connection.submittedNamedStatements[activeQuery.name];
        }
      }
      _handleCopyInResponse(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected copyInResponse message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleCopyInResponse(this.connection);
      }
      _handleCopyData(msg) {
        const activeQuery = this._getActiveQuery();
        if (activeQuery == null) {
          const error2 = new Error("Received unexpected copyData message from backend.");
          this._handleErrorEvent(error2);
          return;
        }
        activeQuery.handleCopyData(msg, this.connection);
      }
      _handleNotification(msg) {
        this.emit("notification", msg);
      }
      _handleNotice(msg) {
        this.emit("notice", msg);
      }
      getStartupConf() {
        const params = this.connectionParameters;
        const data = {
          user: params.user,
          database: params.database
        };
        const appName = params.application_name || params.fallback_application_name;
        if (appName) {
          data.application_name = appName;
        }
        if (params.replication) {
          data.replication = "" + params.replication;
        }
        if (params.statement_timeout) {
          data.statement_timeout = String(parseInt(params.statement_timeout, 10));
        }
        if (params.lock_timeout) {
          data.lock_timeout = String(parseInt(params.lock_timeout, 10));
        }
        if (params.idle_in_transaction_session_timeout) {
          data.idle_in_transaction_session_timeout = String(parseInt(params.idle_in_transaction_session_timeout, 10));
        }
        if (params.options) {
          data.options = params.options;
        }
        return data;
      }
      cancel(client, query) {
        if (client.activeQuery === query) {
          const con = this.connection;
          if (this.host && this.host.indexOf("/") === 0) {
            con.connect(this.host + "/.s.PGSQL." + this.port);
          } else {
            con.connect(this.port, this.host);
          }
          con.on("connect", function() {
            con.cancel(client.processID, client.secretKey);
          });
        } else if (client._queryQueue.indexOf(query) !== -1) {
          client._queryQueue.splice(client._queryQueue.indexOf(query), 1);
        } else if (client._sentQueryQueue.indexOf(query) !== -1) {
          query.callback = () => {
          };
        }
      }
      setTypeParser(oid, format, parseFn) {
        return this._types.setTypeParser(oid, format, parseFn);
      }
      getTypeParser(oid, format) {
        return this._types.getTypeParser(oid, format);
      }
      // escapeIdentifier and escapeLiteral moved to utility functions & exported
      // on PG
      // re-exported here for backwards compatibility
      escapeIdentifier(str) {
        return utils.escapeIdentifier(str);
      }
      escapeLiteral(str) {
        return utils.escapeLiteral(str);
      }
      _pulseQueryQueue() {
        if (this.pipeline) {
          this._pulsePipelinedQueryQueue();
          return;
        }
        if (this.readyForQuery === true) {
          this._activeQuery = this._queryQueue.shift();
          const activeQuery = this._getActiveQuery();
          if (activeQuery) {
            this.readyForQuery = false;
            this.hasExecuted = true;
            const queryError = activeQuery.submit(this.connection);
            if (queryError) {
              process.nextTick(() => {
                activeQuery.handleError(queryError, this.connection);
                this.readyForQuery = true;
                this._pulseQueryQueue();
              });
            }
          } else if (this.hasExecuted) {
            this._activeQuery = null;
            this.emit("drain");
          }
        }
      }
      _pulsePipelinedQueryQueue() {
        if (!this._connected || !this._queryable) {
          return;
        }
        while (this._queryQueue.length > 0) {
          const query = this._queryQueue.shift();
          this.hasExecuted = true;
          const queryError = query.submit(this.connection);
          if (queryError) {
            process.nextTick(() => {
              query.handleError(queryError, this.connection);
            });
            continue;
          }
          this._sentQueryQueue.push(query);
        }
        if (this.readyForQuery && !this._activeQuery && this._sentQueryQueue.length > 0) {
          this._activeQuery = this._sentQueryQueue.shift();
          this.readyForQuery = false;
        }
        if (!this._activeQuery && this._sentQueryQueue.length === 0 && this._queryQueue.length === 0 && this.hasExecuted) {
          this.emit("drain");
        }
      }
      query(config2, values, callback) {
        let query;
        let result;
        if (config2 == null) {
          throw new TypeError("Client was passed a null or undefined query");
        }
        if (typeof config2.submit === "function") {
          result = query = config2;
          if (!query.callback) {
            if (typeof values === "function") {
              query.callback = values;
            } else if (callback) {
              query.callback = callback;
            }
          }
        } else {
          query = new Query2(config2, values, callback);
          if (!query.callback) {
            result = new this._Promise((resolve3, reject) => {
              query.callback = (err, res) => err ? reject(err) : resolve3(res);
            }).catch((err) => {
              Error.captureStackTrace(err);
              throw err;
            });
          } else if (typeof query.callback !== "function") {
            throw new TypeError("callback is not a function");
          }
        }
        const readTimeout = config2.query_timeout || this.connectionParameters.query_timeout;
        if (readTimeout) {
          const queryCallback = query.callback || (() => {
          });
          const readTimeoutTimer = setTimeout(() => {
            const error2 = new Error("Query read timeout");
            process.nextTick(() => {
              query.handleError(error2, this.connection);
            });
            queryCallback(error2);
            query.callback = () => {
            };
            const index = this._queryQueue.indexOf(query);
            if (index > -1) {
              this._queryQueue.splice(index, 1);
            } else if (this.pipeline) {
              this.connection.stream.destroy();
              return;
            }
            this._pulseQueryQueue();
          }, readTimeout);
          query.callback = (err, res) => {
            clearTimeout(readTimeoutTimer);
            queryCallback(err, res);
          };
        }
        if (this.binary && !query.binary) {
          query.binary = true;
        }
        if (query._result && !query._result._types) {
          query._result._types = this._types;
        }
        if (this.pipeline) {
          const portalQuery = typeof config2.submit === "function" && !(query instanceof Query2) ? "Custom query classes such as pg-cursor and pg-query-stream are" : query.rows ? "The `rows` option is" : null;
          if (portalQuery) {
            process.nextTick(() => {
              query.handleError(new Error(`${portalQuery} not supported in pipeline mode`), this.connection);
            });
            return result;
          }
        }
        if (!this._queryable) {
          process.nextTick(() => {
            query.handleError(new Error("Client has encountered a connection error and is not queryable"), this.connection);
          });
          return result;
        }
        if (this._ending) {
          process.nextTick(() => {
            query.handleError(new Error("Client was closed and is not queryable"), this.connection);
          });
          return result;
        }
        if (this._queryQueue.length > 0 && !this.pipeline) {
          queryQueueLengthDeprecationNotice();
        }
        this._queryQueue.push(query);
        this._pulseQueryQueue();
        return result;
      }
      ref() {
        this.connection.ref();
      }
      unref() {
        this.connection.unref();
      }
      getTransactionStatus() {
        return this._txStatus;
      }
      end(cb) {
        this._ending = true;
        if (!this.connection._connecting || this._ended) {
          if (cb) {
            cb();
            return;
          } else {
            return this._Promise.resolve();
          }
        }
        if (!this._queryable) {
          this.connection.stream.destroy();
        } else if (this.pipeline && (this._getActiveQuery() || this._sentQueryQueue.length > 0 || this._queryQueue.length > 0)) {
          this.once("drain", () => this.connection.end());
        } else if (this._getActiveQuery()) {
          this.connection.stream.destroy();
        } else {
          this.connection.end();
        }
        if (cb) {
          this.connection.once("end", cb);
        } else {
          return new this._Promise((resolve3) => {
            this.connection.once("end", resolve3);
          });
        }
      }
      get queryQueue() {
        queryQueueDeprecationNotice();
        return this._queryQueue;
      }
    };
    Client2.Query = Query2;
    module.exports = Client2;
  }
});

// node_modules/pg-pool/index.js
var require_pg_pool = __commonJS({
  "node_modules/pg-pool/index.js"(exports, module) {
    "use strict";
    var EventEmitter = __require("events").EventEmitter;
    var NOOP = function() {
    };
    var removeWhere = (list, predicate) => {
      const i = list.findIndex(predicate);
      return i === -1 ? void 0 : list.splice(i, 1)[0];
    };
    var IdleItem = class {
      constructor(client, idleListener, timeoutId) {
        this.client = client;
        this.idleListener = idleListener;
        this.timeoutId = timeoutId;
      }
    };
    var PendingItem = class {
      constructor(callback) {
        this.callback = callback;
      }
    };
    function throwOnDoubleRelease() {
      throw new Error("Release called on client which has already been released to the pool.");
    }
    function promisify(Promise2, callback) {
      if (callback) {
        return { callback, result: void 0 };
      }
      let rej;
      let res;
      const cb = function(err, client) {
        err ? rej(err) : res(client);
      };
      const result = new Promise2(function(resolve3, reject) {
        res = resolve3;
        rej = reject;
      }).catch((err) => {
        Error.captureStackTrace(err);
        throw err;
      });
      return { callback: cb, result };
    }
    function makeIdleListener(pool, client) {
      return function idleListener(err) {
        err.client = client;
        client.removeListener("error", idleListener);
        client.on("error", () => {
          pool.log("additional client error after disconnection due to error", err);
        });
        pool._remove(client);
        pool.emit("error", err, client);
      };
    }
    var Pool2 = class extends EventEmitter {
      constructor(options, Client2) {
        super();
        this.options = Object.assign({}, options);
        if (options != null && "password" in options) {
          Object.defineProperty(this.options, "password", {
            configurable: true,
            enumerable: false,
            writable: true,
            value: options.password
          });
        }
        if (options != null && options.ssl && options.ssl.key) {
          Object.defineProperty(this.options.ssl, "key", {
            enumerable: false
          });
        }
        this.options.max = this.options.max || this.options.poolSize || 10;
        this.options.min = this.options.min || 0;
        this.options.maxUses = this.options.maxUses || Infinity;
        this.options.allowExitOnIdle = this.options.allowExitOnIdle || false;
        this.options.maxLifetimeSeconds = this.options.maxLifetimeSeconds || 0;
        this.log = this.options.log || function() {
        };
        this.Client = this.options.Client || Client2 || require_lib2().Client;
        this.Promise = this.options.Promise || global.Promise;
        if (typeof this.options.idleTimeoutMillis === "undefined") {
          this.options.idleTimeoutMillis = 1e4;
        }
        this._clients = [];
        this._idle = [];
        this._expired = /* @__PURE__ */ new WeakSet();
        this._pendingQueue = [];
        this._endCallback = void 0;
        this.ending = false;
        this.ended = false;
      }
      _promiseTry(f) {
        const Promise2 = this.Promise;
        if (typeof Promise2.try === "function") {
          return Promise2.try(f);
        }
        return new Promise2((resolve3) => resolve3(f()));
      }
      _isFull() {
        return this._clients.length >= this.options.max;
      }
      _isAboveMin() {
        return this._clients.length > this.options.min;
      }
      _pulseQueue() {
        this.log("pulse queue");
        if (this.ended) {
          this.log("pulse queue ended");
          return;
        }
        if (this.ending) {
          this.log("pulse queue on ending");
          if (this._idle.length) {
            this._idle.slice().map((item) => {
              this._remove(item.client);
            });
          }
          if (!this._clients.length) {
            this.ended = true;
            this._endCallback();
          }
          return;
        }
        if (!this._pendingQueue.length) {
          this.log("no queued requests");
          return;
        }
        if (!this._idle.length && this._isFull()) {
          return;
        }
        const pendingItem = this._pendingQueue.shift();
        if (this._idle.length) {
          const idleItem = this._idle.pop();
          clearTimeout(idleItem.timeoutId);
          const client = idleItem.client;
          client.ref && client.ref();
          const idleListener = idleItem.idleListener;
          return this._acquireClient(client, pendingItem, idleListener, false);
        }
        if (!this._isFull()) {
          return this.newClient(pendingItem);
        }
        throw new Error("unexpected condition");
      }
      _remove(client, callback) {
        const removed = removeWhere(this._idle, (item) => item.client === client);
        if (removed !== void 0) {
          clearTimeout(removed.timeoutId);
        }
        this._clients = this._clients.filter((c) => c !== client);
        const context = this;
        client.end(() => {
          context.emit("remove", client);
          if (typeof callback === "function") {
            callback();
          }
        });
      }
      connect(cb) {
        if (this.ending) {
          const err = new Error("Cannot use a pool after calling end on the pool");
          return cb ? cb(err) : this.Promise.reject(err);
        }
        const response = promisify(this.Promise, cb);
        const result = response.result;
        if (this._isFull() || this._idle.length) {
          if (this._idle.length) {
            process.nextTick(() => this._pulseQueue());
          }
          if (!this.options.connectionTimeoutMillis) {
            this._pendingQueue.push(new PendingItem(response.callback));
            return result;
          }
          const queueCallback = (err, res, done) => {
            clearTimeout(tid);
            response.callback(err, res, done);
          };
          const pendingItem = new PendingItem(queueCallback);
          const tid = setTimeout(() => {
            removeWhere(this._pendingQueue, (i) => i.callback === queueCallback);
            pendingItem.timedOut = true;
            response.callback(new Error("timeout exceeded when trying to connect"));
          }, this.options.connectionTimeoutMillis);
          if (tid.unref) {
            tid.unref();
          }
          this._pendingQueue.push(pendingItem);
          return result;
        }
        this.newClient(new PendingItem(response.callback));
        return result;
      }
      newClient(pendingItem) {
        const client = new this.Client(this.options);
        this._clients.push(client);
        const idleListener = makeIdleListener(this, client);
        this.log("checking client timeout");
        let tid;
        let timeoutHit = false;
        if (this.options.connectionTimeoutMillis) {
          tid = setTimeout(() => {
            if (client.connection) {
              this.log("ending client due to timeout");
              timeoutHit = true;
              client.connection.stream.destroy();
            } else if (!client.isConnected()) {
              this.log("ending client due to timeout");
              timeoutHit = true;
              client.end();
            }
          }, this.options.connectionTimeoutMillis);
        }
        this.log("connecting new client");
        client.connect((err) => {
          if (tid) {
            clearTimeout(tid);
          }
          client.on("error", idleListener);
          if (err) {
            this.log("client failed to connect", err);
            this._clients = this._clients.filter((c) => c !== client);
            if (timeoutHit) {
              err = new Error("Connection terminated due to connection timeout", { cause: err });
            }
            this._pulseQueue();
            if (!pendingItem.timedOut) {
              pendingItem.callback(err, void 0, NOOP);
            }
          } else {
            this.log("new client connected");
            if (this.options.onConnect) {
              this._promiseTry(() => this.options.onConnect(client)).then(
                () => {
                  this._afterConnect(client, pendingItem, idleListener);
                },
                (hookErr) => {
                  this._clients = this._clients.filter((c) => c !== client);
                  client.end(() => {
                    this._pulseQueue();
                    if (!pendingItem.timedOut) {
                      pendingItem.callback(hookErr, void 0, NOOP);
                    }
                  });
                }
              );
              return;
            }
            return this._afterConnect(client, pendingItem, idleListener);
          }
        });
      }
      _afterConnect(client, pendingItem, idleListener) {
        if (this.options.maxLifetimeSeconds !== 0) {
          const maxLifetimeTimeout = setTimeout(() => {
            this.log("ending client due to expired lifetime");
            this._expired.add(client);
            const idleIndex = this._idle.findIndex((idleItem) => idleItem.client === client);
            if (idleIndex !== -1) {
              this._acquireClient(
                client,
                new PendingItem((err, client2, clientRelease) => clientRelease()),
                idleListener,
                false
              );
            }
          }, this.options.maxLifetimeSeconds * 1e3);
          maxLifetimeTimeout.unref();
          client.once("end", () => clearTimeout(maxLifetimeTimeout));
        }
        return this._acquireClient(client, pendingItem, idleListener, true);
      }
      // acquire a client for a pending work item
      _acquireClient(client, pendingItem, idleListener, isNew) {
        if (isNew) {
          this.emit("connect", client);
        }
        this.emit("acquire", client);
        client.release = this._releaseOnce(client, idleListener);
        client.removeListener("error", idleListener);
        if (!pendingItem.timedOut) {
          if (isNew && this.options.verify) {
            this.options.verify(client, (err) => {
              if (err) {
                client.release(err);
                return pendingItem.callback(err, void 0, NOOP);
              }
              pendingItem.callback(void 0, client, client.release);
            });
          } else {
            pendingItem.callback(void 0, client, client.release);
          }
        } else {
          if (isNew && this.options.verify) {
            this.options.verify(client, client.release);
          } else {
            client.release();
          }
        }
      }
      // returns a function that wraps _release and throws if called more than once
      _releaseOnce(client, idleListener) {
        let released = false;
        return (err) => {
          if (released) {
            throwOnDoubleRelease();
          }
          released = true;
          this._release(client, idleListener, err);
        };
      }
      // release a client back to the poll, include an error
      // to remove it from the pool
      _release(client, idleListener, err) {
        client.on("error", idleListener);
        client._poolUseCount = (client._poolUseCount || 0) + 1;
        this.emit("release", err, client);
        if (err || this.ending || !client._queryable || client._ending || client._poolUseCount >= this.options.maxUses) {
          if (client._poolUseCount >= this.options.maxUses) {
            this.log("remove expended client");
          }
          return this._remove(client, this._pulseQueue.bind(this));
        }
        const isExpired = this._expired.has(client);
        if (isExpired) {
          this.log("remove expired client");
          this._expired.delete(client);
          return this._remove(client, this._pulseQueue.bind(this));
        }
        let tid;
        if (this.options.idleTimeoutMillis && this._isAboveMin()) {
          tid = setTimeout(() => {
            if (this._isAboveMin()) {
              this.log("remove idle client");
              this._remove(client, this._pulseQueue.bind(this));
            }
          }, this.options.idleTimeoutMillis);
          if (this.options.allowExitOnIdle) {
            tid.unref();
          }
        }
        if (this.options.allowExitOnIdle) {
          client.unref();
        }
        this._idle.push(new IdleItem(client, idleListener, tid));
        this._pulseQueue();
      }
      query(text2, values, cb) {
        if (typeof text2 === "function") {
          const response2 = promisify(this.Promise, text2);
          setImmediate(function() {
            return response2.callback(new Error("Passing a function as the first parameter to pool.query is not supported"));
          });
          return response2.result;
        }
        if (typeof values === "function") {
          cb = values;
          values = void 0;
        }
        const response = promisify(this.Promise, cb);
        cb = response.callback;
        this.connect((err, client) => {
          if (err) {
            return cb(err);
          }
          let clientReleased = false;
          const onError = (err2) => {
            if (clientReleased) {
              return;
            }
            clientReleased = true;
            client.release(err2);
            cb(err2);
          };
          client.once("error", onError);
          this.log("dispatching query");
          try {
            client.query(text2, values, (err2, res) => {
              this.log("query dispatched");
              client.removeListener("error", onError);
              if (clientReleased) {
                return;
              }
              clientReleased = true;
              client.release(err2);
              if (err2) {
                return cb(err2);
              }
              return cb(void 0, res);
            });
          } catch (err2) {
            client.release(err2);
            return cb(err2);
          }
        });
        return response.result;
      }
      end(cb) {
        this.log("ending");
        if (this.ending) {
          const err = new Error("Called end on pool more than once");
          return cb ? cb(err) : this.Promise.reject(err);
        }
        this.ending = true;
        const promised = promisify(this.Promise, cb);
        this._endCallback = promised.callback;
        this._pulseQueue();
        return promised.result;
      }
      get waitingCount() {
        return this._pendingQueue.length;
      }
      get idleCount() {
        return this._idle.length;
      }
      get expiredCount() {
        return this._clients.reduce((acc, client) => acc + (this._expired.has(client) ? 1 : 0), 0);
      }
      get totalCount() {
        return this._clients.length;
      }
    };
    module.exports = Pool2;
  }
});

// node_modules/pg/lib/native/query.js
var require_query2 = __commonJS({
  "node_modules/pg/lib/native/query.js"(exports, module) {
    "use strict";
    var EventEmitter = __require("events").EventEmitter;
    var util = __require("util");
    var utils = require_utils();
    var NativeQuery = module.exports = function(config2, values, callback) {
      EventEmitter.call(this);
      config2 = utils.normalizeQueryConfig(config2, values, callback);
      this.text = config2.text;
      this.values = config2.values;
      this.name = config2.name;
      this.queryMode = config2.queryMode;
      this.callback = config2.callback;
      this.state = "new";
      this._arrayMode = config2.rowMode === "array";
      this._emitRowEvents = false;
      this.on(
        "newListener",
        function(event) {
          if (event === "row") this._emitRowEvents = true;
        }.bind(this)
      );
    };
    util.inherits(NativeQuery, EventEmitter);
    var errorFieldMap = {
      sqlState: "code",
      statementPosition: "position",
      messagePrimary: "message",
      messageDetail: "detail",
      messageHint: "hint",
      context: "where",
      schemaName: "schema",
      tableName: "table",
      columnName: "column",
      dataTypeName: "dataType",
      constraintName: "constraint",
      sourceFile: "file",
      sourceLine: "line",
      sourceFunction: "routine"
    };
    NativeQuery.prototype.handleError = function(err) {
      const fields = this.native && this.native.pq.resultErrorFields();
      if (fields) {
        for (const key in fields) {
          const normalizedFieldName = errorFieldMap[key] || key;
          err[normalizedFieldName] = fields[key];
        }
      }
      if (this.callback) {
        this.callback(err);
      } else {
        this.emit("error", err);
      }
      this.state = "error";
    };
    NativeQuery.prototype.then = function(onSuccess, onFailure) {
      return this._getPromise().then(onSuccess, onFailure);
    };
    NativeQuery.prototype.catch = function(callback) {
      return this._getPromise().catch(callback);
    };
    NativeQuery.prototype._getPromise = function() {
      if (this._promise) return this._promise;
      this._promise = new Promise(
        function(resolve3, reject) {
          this._once("end", resolve3);
          this._once("error", reject);
        }.bind(this)
      );
      return this._promise;
    };
    NativeQuery.prototype.submit = function(client) {
      this.state = "running";
      const self = this;
      this.native = client.native;
      client.native.arrayMode = this._arrayMode;
      let after = function(err, rows, results) {
        client.native.arrayMode = false;
        setImmediate(function() {
          self.emit("_done");
        });
        if (err) {
          return self.handleError(err);
        }
        if (self._emitRowEvents) {
          if (results.length > 1) {
            rows.forEach((rowOfRows, i) => {
              rowOfRows.forEach((row) => {
                self.emit("row", row, results[i]);
              });
            });
          } else {
            rows.forEach(function(row) {
              self.emit("row", row, results);
            });
          }
        }
        self.state = "end";
        self.emit("end", results);
        if (self.callback) {
          self.callback(null, results);
        }
      };
      if (process.domain) {
        after = process.domain.bind(after);
      }
      if (this.name) {
        if (this.name.length > 63) {
          console.error("Warning! Postgres only supports 63 characters for query names.");
          console.error("You supplied %s (%s)", this.name, this.name.length);
          console.error("This can cause conflicts and silent errors executing queries");
        }
        const values = (this.values || []).map(utils.prepareValue);
        if (client.namedQueries[this.name] !== void 0) {
          if (this.text && client.namedQueries[this.name] !== this.text) {
            const err = new Error(`Prepared statements must be unique - '${this.name}' was used for a different statement`);
            return after(err);
          }
          return client.native.execute(this.name, values, after);
        }
        return client.native.prepare(this.name, this.text, values.length, function(err) {
          if (err) return after(err);
          client.namedQueries[self.name] = self.text;
          return self.native.execute(self.name, values, after);
        });
      } else if (this.values) {
        if (!Array.isArray(this.values)) {
          const err = new Error("Query values must be an array");
          return after(err);
        }
        const vals = this.values.map(utils.prepareValue);
        client.native.query(this.text, vals, after);
      } else if (this.queryMode === "extended") {
        client.native.query(this.text, [], after);
      } else {
        client.native.query(this.text, after);
      }
    };
  }
});

// node_modules/pg/lib/native/client.js
var require_client2 = __commonJS({
  "node_modules/pg/lib/native/client.js"(exports, module) {
    var nodeUtils = __require("util");
    var Native;
    try {
      Native = __require("pg-native");
    } catch (e) {
      throw e;
    }
    var TypeOverrides2 = require_type_overrides();
    var EventEmitter = __require("events").EventEmitter;
    var util = __require("util");
    var ConnectionParameters = require_connection_parameters();
    var NativeQuery = require_query2();
    var queryQueueLengthDeprecationNotice = nodeUtils.deprecate(
      () => {
      },
      "Calling client.query() when the client is already executing a query is deprecated and will be removed in pg@9.0. Use async/await or an external async flow control mechanism instead."
    );
    var Client2 = module.exports = function(config2) {
      EventEmitter.call(this);
      config2 = config2 || {};
      this._Promise = config2.Promise || global.Promise;
      this._types = new TypeOverrides2(config2.types);
      this.native = new Native({
        types: this._types
      });
      this._queryQueue = [];
      this._ending = false;
      this._connecting = false;
      this._connected = false;
      this._queryable = true;
      this.pipeline = Boolean(config2.pipeline);
      this._pipelineInFlight = false;
      const cp = this.connectionParameters = new ConnectionParameters(config2);
      if (config2.nativeConnectionString) cp.nativeConnectionString = config2.nativeConnectionString;
      this.user = cp.user;
      Object.defineProperty(this, "password", {
        configurable: true,
        enumerable: false,
        writable: true,
        value: cp.password
      });
      this.database = cp.database;
      this.host = cp.host;
      this.port = cp.port;
      this.namedQueries = {};
    };
    Client2.Query = NativeQuery;
    util.inherits(Client2, EventEmitter);
    Client2.prototype._errorAllQueries = function(err) {
      const enqueueError = (query) => {
        process.nextTick(() => {
          query.native = this.native;
          query.handleError(err);
        });
      };
      if (this._hasActiveQuery()) {
        enqueueError(this._activeQuery);
        this._activeQuery = null;
      }
      this._queryQueue.forEach(enqueueError);
      this._queryQueue.length = 0;
    };
    Client2.prototype._connect = function(cb) {
      const self = this;
      if (this._connecting) {
        process.nextTick(() => cb(new Error("Client has already been connected. You cannot reuse a client.")));
        return;
      }
      this._connecting = true;
      this.connectionParameters.getLibpqConnectionString(function(err, conString) {
        if (self.connectionParameters.nativeConnectionString) conString = self.connectionParameters.nativeConnectionString;
        if (err) return cb(err);
        self.native.connect(conString, function(err2) {
          if (err2) {
            self.native.end();
            return cb(err2);
          }
          self._connected = true;
          self.native.on("error", function(err3) {
            self._queryable = false;
            self._errorAllQueries(err3);
            self.emit("error", err3);
          });
          self.native.on("notification", function(msg) {
            self.emit("notification", {
              channel: msg.relname,
              payload: msg.extra
            });
          });
          self.emit("connect");
          self._pulseQueryQueue(true);
          cb(null, this);
        });
      });
    };
    Client2.prototype.connect = function(callback) {
      if (callback) {
        this._connect(callback);
        return;
      }
      return new this._Promise((resolve3, reject) => {
        this._connect((error2) => {
          if (error2) {
            reject(error2);
          } else {
            resolve3(this);
          }
        });
      });
    };
    Client2.prototype.query = function(config2, values, callback) {
      let query;
      let result;
      let readTimeout;
      let readTimeoutTimer;
      let queryCallback;
      if (config2 === null || config2 === void 0) {
        throw new TypeError("Client was passed a null or undefined query");
      } else if (typeof config2.submit === "function") {
        readTimeout = config2.query_timeout || this.connectionParameters.query_timeout;
        result = query = config2;
        if (typeof values === "function") {
          config2.callback = values;
        }
      } else {
        readTimeout = config2.query_timeout || this.connectionParameters.query_timeout;
        query = new NativeQuery(config2, values, callback);
        if (!query.callback) {
          let resolveOut, rejectOut;
          result = new this._Promise((resolve3, reject) => {
            resolveOut = resolve3;
            rejectOut = reject;
          }).catch((err) => {
            Error.captureStackTrace(err);
            throw err;
          });
          query.callback = (err, res) => err ? rejectOut(err) : resolveOut(res);
        }
      }
      if (readTimeout) {
        queryCallback = query.callback || (() => {
        });
        readTimeoutTimer = setTimeout(() => {
          const error2 = new Error("Query read timeout");
          process.nextTick(() => {
            query.handleError(error2, this.connection);
          });
          queryCallback(error2);
          query.callback = () => {
          };
          const index = this._queryQueue.indexOf(query);
          if (index > -1) {
            this._queryQueue.splice(index, 1);
          }
          this._pulseQueryQueue();
        }, readTimeout);
        query.callback = (err, res) => {
          clearTimeout(readTimeoutTimer);
          queryCallback(err, res);
        };
      }
      if (!this._queryable) {
        query.native = this.native;
        process.nextTick(() => {
          query.handleError(new Error("Client has encountered a connection error and is not queryable"));
        });
        return result;
      }
      if (this._ending) {
        query.native = this.native;
        process.nextTick(() => {
          query.handleError(new Error("Client was closed and is not queryable"));
        });
        return result;
      }
      if (this._queryQueue.length > 0 && !this.pipeline) {
        queryQueueLengthDeprecationNotice();
      }
      this._queryQueue.push(query);
      this._pulseQueryQueue();
      return result;
    };
    Client2.prototype.end = function(cb) {
      const self = this;
      this._ending = true;
      if (this._connecting && !this._connected) {
        this.once("connect", () => {
          this.end(() => {
          });
        });
      }
      let result;
      if (!cb) {
        result = new this._Promise(function(resolve3, reject) {
          cb = (err) => err ? reject(err) : resolve3();
        });
      }
      const doEnd = function() {
        self.native.end(function() {
          self._connected = false;
          self._errorAllQueries(new Error("Connection terminated"));
          process.nextTick(() => {
            self.emit("end");
            if (cb) cb();
          });
        });
      };
      if (this.pipeline && (this._pipelineInFlight || this._queryQueue.length > 0)) {
        this.once("drain", doEnd);
      } else {
        doEnd();
      }
      return result;
    };
    Client2.prototype._hasActiveQuery = function() {
      return this._activeQuery && this._activeQuery.state !== "error" && this._activeQuery.state !== "end";
    };
    Client2.prototype._pulseQueryQueue = function(initialConnection) {
      if (!this._connected) {
        return;
      }
      if (this.pipeline && !initialConnection) {
        return this._pulsePipelinedQueryQueue();
      }
      if (this._hasActiveQuery()) {
        return;
      }
      const query = this._queryQueue.shift();
      if (!query) {
        if (!initialConnection) {
          this.emit("drain");
        }
        return;
      }
      this._activeQuery = query;
      query.submit(this);
      const self = this;
      query.once("_done", function() {
        self._pulseQueryQueue();
      });
    };
    Client2.prototype._pulsePipelinedQueryQueue = function() {
      if (!this._connected || this._pipelineInFlight) {
        return;
      }
      if (this._queryQueue.length === 0) {
        if (this.hasExecuted) {
          this.emit("drain");
        }
        return;
      }
      this._pipelineInFlight = true;
      const self = this;
      const queries = [];
      const nativeQueries = [];
      const utils = require_utils();
      while (this._queryQueue.length > 0) {
        const query = this._queryQueue.shift();
        this.hasExecuted = true;
        nativeQueries.push(query);
        const values = query.values ? query.values.map(utils.prepareValue) : null;
        const pipelineEntry = { text: query.text, name: query.name, arrayMode: query._arrayMode };
        if (values) {
          pipelineEntry.values = values;
        }
        if (query.name && this.namedQueries[query.name]) {
          pipelineEntry._alreadyPrepared = true;
        }
        queries.push(pipelineEntry);
      }
      this.native.pipeline(queries, function(err, results) {
        self._pipelineInFlight = false;
        if (err) {
          self._connected = false;
          self._queryable = false;
          for (let i = 0; i < nativeQueries.length; i++) {
            const q = nativeQueries[i];
            q.native = self.native;
            q.handleError(err);
          }
          self._errorAllQueries(err);
          self.emit("error", err);
          self.emit("end");
          return;
        }
        for (let i = 0; i < nativeQueries.length; i++) {
          const q = nativeQueries[i];
          const r = results[i];
          q.native = self.native;
          if (r.err) {
            q.handleError(r.err);
          } else {
            if (q.name) {
              self.namedQueries[q.name] = q.text;
            }
            q.state = "end";
            q.emit("end", r.result);
            if (q.callback) {
              q.callback(null, r.result);
            }
          }
          setImmediate(function() {
            q.emit("_done");
          });
        }
        self._pulsePipelinedQueryQueue();
      });
    };
    Client2.prototype.cancel = function(query) {
      if (this._activeQuery === query) {
        this.native.cancel(function() {
        });
      } else if (this._queryQueue.indexOf(query) !== -1) {
        this._queryQueue.splice(this._queryQueue.indexOf(query), 1);
      }
    };
    Client2.prototype.ref = function() {
    };
    Client2.prototype.unref = function() {
    };
    Client2.prototype.setTypeParser = function(oid, format, parseFn) {
      return this._types.setTypeParser(oid, format, parseFn);
    };
    Client2.prototype.getTypeParser = function(oid, format) {
      return this._types.getTypeParser(oid, format);
    };
    Client2.prototype.isConnected = function() {
      return this._connected;
    };
    Client2.prototype.getTransactionStatus = function() {
      return this.native.getTransactionStatus();
    };
  }
});

// node_modules/pg/lib/native/index.js
var require_native = __commonJS({
  "node_modules/pg/lib/native/index.js"(exports, module) {
    "use strict";
    module.exports = require_client2();
  }
});

// node_modules/pg/lib/index.js
var require_lib2 = __commonJS({
  "node_modules/pg/lib/index.js"(exports, module) {
    "use strict";
    var Client2 = require_client();
    var defaults2 = require_defaults();
    var Connection2 = require_connection();
    var Result2 = require_result();
    var utils = require_utils();
    var Pool2 = require_pg_pool();
    var TypeOverrides2 = require_type_overrides();
    var { DatabaseError: DatabaseError2 } = require_dist();
    var { escapeIdentifier: escapeIdentifier2, escapeLiteral: escapeLiteral2 } = require_utils();
    var poolFactory = (Client3) => {
      return class BoundPool extends Pool2 {
        constructor(options) {
          super(options, Client3);
        }
      };
    };
    var PG = function(clientConstructor2) {
      this.defaults = defaults2;
      this.Client = clientConstructor2;
      this.Query = this.Client.Query;
      this.Pool = poolFactory(this.Client);
      this._pools = [];
      this.Connection = Connection2;
      this.types = require_pg_types();
      this.DatabaseError = DatabaseError2;
      this.TypeOverrides = TypeOverrides2;
      this.escapeIdentifier = escapeIdentifier2;
      this.escapeLiteral = escapeLiteral2;
      this.Result = Result2;
      this.utils = utils;
    };
    var clientConstructor = Client2;
    var forceNative = false;
    try {
      forceNative = !!process.env.NODE_PG_FORCE_NATIVE;
    } catch {
    }
    if (forceNative) {
      clientConstructor = require_native();
    }
    module.exports = new PG(clientConstructor);
    Object.defineProperty(module.exports, "native", {
      configurable: true,
      enumerable: false,
      get() {
        let native = null;
        try {
          native = new PG(require_native());
        } catch (err) {
          if (err.code !== "MODULE_NOT_FOUND") {
            throw err;
          }
        }
        Object.defineProperty(module.exports, "native", {
          value: native
        });
        return native;
      }
    });
  }
});

// node_modules/eventemitter2/lib/eventemitter2.js
var require_eventemitter2 = __commonJS({
  "node_modules/eventemitter2/lib/eventemitter2.js"(exports, module) {
    !(function(undefined2) {
      var hasOwnProperty = Object.hasOwnProperty;
      var isArray = Array.isArray ? Array.isArray : function _isArray(obj) {
        return Object.prototype.toString.call(obj) === "[object Array]";
      };
      var defaultMaxListeners = 10;
      var nextTickSupported = typeof process == "object" && typeof process.nextTick == "function";
      var symbolsSupported = typeof Symbol === "function";
      var reflectSupported = typeof Reflect === "object";
      var setImmediateSupported = typeof setImmediate === "function";
      var _setImmediate = setImmediateSupported ? setImmediate : setTimeout;
      var ownKeys = symbolsSupported ? reflectSupported && typeof Reflect.ownKeys === "function" ? Reflect.ownKeys : function(obj) {
        var arr = Object.getOwnPropertyNames(obj);
        arr.push.apply(arr, Object.getOwnPropertySymbols(obj));
        return arr;
      } : Object.keys;
      function init() {
        this._events = {};
        if (this._conf) {
          configure.call(this, this._conf);
        }
      }
      function configure(conf) {
        if (conf) {
          this._conf = conf;
          conf.delimiter && (this.delimiter = conf.delimiter);
          if (conf.maxListeners !== undefined2) {
            this._maxListeners = conf.maxListeners;
          }
          conf.wildcard && (this.wildcard = conf.wildcard);
          conf.newListener && (this._newListener = conf.newListener);
          conf.removeListener && (this._removeListener = conf.removeListener);
          conf.verboseMemoryLeak && (this.verboseMemoryLeak = conf.verboseMemoryLeak);
          conf.ignoreErrors && (this.ignoreErrors = conf.ignoreErrors);
          if (this.wildcard) {
            this.listenerTree = {};
          }
        }
      }
      function logPossibleMemoryLeak(count, eventName) {
        var errorMsg = "(node) warning: possible EventEmitter memory leak detected. " + count + " listeners added. Use emitter.setMaxListeners() to increase limit.";
        if (this.verboseMemoryLeak) {
          errorMsg += " Event name: " + eventName + ".";
        }
        if (typeof process !== "undefined" && process.emitWarning) {
          var e = new Error(errorMsg);
          e.name = "MaxListenersExceededWarning";
          e.emitter = this;
          e.count = count;
          process.emitWarning(e);
        } else {
          console.error(errorMsg);
          if (console.trace) {
            console.trace();
          }
        }
      }
      var toArray = function(a, b, c) {
        var n = arguments.length;
        switch (n) {
          case 0:
            return [];
          case 1:
            return [a];
          case 2:
            return [a, b];
          case 3:
            return [a, b, c];
          default:
            var arr = new Array(n);
            while (n--) {
              arr[n] = arguments[n];
            }
            return arr;
        }
      };
      function toObject(keys, values) {
        var obj = {};
        var key;
        var len = keys.length;
        var valuesCount = values ? values.length : 0;
        for (var i = 0; i < len; i++) {
          key = keys[i];
          obj[key] = i < valuesCount ? values[i] : undefined2;
        }
        return obj;
      }
      function TargetObserver(emitter, target, options) {
        this._emitter = emitter;
        this._target = target;
        this._listeners = {};
        this._listenersCount = 0;
        var on, off;
        if (options.on || options.off) {
          on = options.on;
          off = options.off;
        }
        if (target.addEventListener) {
          on = target.addEventListener;
          off = target.removeEventListener;
        } else if (target.addListener) {
          on = target.addListener;
          off = target.removeListener;
        } else if (target.on) {
          on = target.on;
          off = target.off;
        }
        if (!on && !off) {
          throw Error("target does not implement any known event API");
        }
        if (typeof on !== "function") {
          throw TypeError("on method must be a function");
        }
        if (typeof off !== "function") {
          throw TypeError("off method must be a function");
        }
        this._on = on;
        this._off = off;
        var _observers = emitter._observers;
        if (_observers) {
          _observers.push(this);
        } else {
          emitter._observers = [this];
        }
      }
      Object.assign(TargetObserver.prototype, {
        subscribe: function(event, localEvent, reducer) {
          var observer = this;
          var target = this._target;
          var emitter = this._emitter;
          var listeners = this._listeners;
          var handler = function() {
            var args = toArray.apply(null, arguments);
            var eventObj = {
              data: args,
              name: localEvent,
              original: event
            };
            if (reducer) {
              var result = reducer.call(target, eventObj);
              if (result !== false) {
                emitter.emit.apply(emitter, [eventObj.name].concat(args));
              }
              return;
            }
            emitter.emit.apply(emitter, [localEvent].concat(args));
          };
          if (listeners[event]) {
            throw Error("Event '" + event + "' is already listening");
          }
          this._listenersCount++;
          if (emitter._newListener && emitter._removeListener && !observer._onNewListener) {
            this._onNewListener = function(_event) {
              if (_event === localEvent && listeners[event] === null) {
                listeners[event] = handler;
                observer._on.call(target, event, handler);
              }
            };
            emitter.on("newListener", this._onNewListener);
            this._onRemoveListener = function(_event) {
              if (_event === localEvent && !emitter.hasListeners(_event) && listeners[event]) {
                listeners[event] = null;
                observer._off.call(target, event, handler);
              }
            };
            listeners[event] = null;
            emitter.on("removeListener", this._onRemoveListener);
          } else {
            listeners[event] = handler;
            observer._on.call(target, event, handler);
          }
        },
        unsubscribe: function(event) {
          var observer = this;
          var listeners = this._listeners;
          var emitter = this._emitter;
          var handler;
          var events;
          var off = this._off;
          var target = this._target;
          var i;
          if (event && typeof event !== "string") {
            throw TypeError("event must be a string");
          }
          function clearRefs() {
            if (observer._onNewListener) {
              emitter.off("newListener", observer._onNewListener);
              emitter.off("removeListener", observer._onRemoveListener);
              observer._onNewListener = null;
              observer._onRemoveListener = null;
            }
            var index = findTargetIndex.call(emitter, observer);
            emitter._observers.splice(index, 1);
          }
          if (event) {
            handler = listeners[event];
            if (!handler) return;
            off.call(target, event, handler);
            delete listeners[event];
            if (!--this._listenersCount) {
              clearRefs();
            }
          } else {
            events = ownKeys(listeners);
            i = events.length;
            while (i-- > 0) {
              event = events[i];
              off.call(target, event, listeners[event]);
            }
            this._listeners = {};
            this._listenersCount = 0;
            clearRefs();
          }
        }
      });
      function resolveOptions(options, schema, reducers, allowUnknown) {
        var computedOptions = Object.assign({}, schema);
        if (!options) return computedOptions;
        if (typeof options !== "object") {
          throw TypeError("options must be an object");
        }
        var keys = Object.keys(options);
        var length = keys.length;
        var option, value;
        var reducer;
        function reject(reason) {
          throw Error('Invalid "' + option + '" option value' + (reason ? ". Reason: " + reason : ""));
        }
        for (var i = 0; i < length; i++) {
          option = keys[i];
          if (!allowUnknown && !hasOwnProperty.call(schema, option)) {
            throw Error('Unknown "' + option + '" option');
          }
          value = options[option];
          if (value !== undefined2) {
            reducer = reducers[option];
            computedOptions[option] = reducer ? reducer(value, reject) : value;
          }
        }
        return computedOptions;
      }
      function constructorReducer(value, reject) {
        if (typeof value !== "function" || !value.hasOwnProperty("prototype")) {
          reject("value must be a constructor");
        }
        return value;
      }
      function makeTypeReducer(types2) {
        var message = "value must be type of " + types2.join("|");
        var len = types2.length;
        var firstType = types2[0];
        var secondType = types2[1];
        if (len === 1) {
          return function(v, reject) {
            if (typeof v === firstType) {
              return v;
            }
            reject(message);
          };
        }
        if (len === 2) {
          return function(v, reject) {
            var kind = typeof v;
            if (kind === firstType || kind === secondType) return v;
            reject(message);
          };
        }
        return function(v, reject) {
          var kind = typeof v;
          var i = len;
          while (i-- > 0) {
            if (kind === types2[i]) return v;
          }
          reject(message);
        };
      }
      var functionReducer = makeTypeReducer(["function"]);
      var objectFunctionReducer = makeTypeReducer(["object", "function"]);
      function makeCancelablePromise(Promise2, executor, options) {
        var isCancelable;
        var callbacks;
        var timer = 0;
        var subscriptionClosed;
        var promise = new Promise2(function(resolve3, reject, onCancel) {
          options = resolveOptions(options, {
            timeout: 0,
            overload: false
          }, {
            timeout: function(value, reject2) {
              value *= 1;
              if (typeof value !== "number" || value < 0 || !Number.isFinite(value)) {
                reject2("timeout must be a positive number");
              }
              return value;
            }
          });
          isCancelable = !options.overload && typeof Promise2.prototype.cancel === "function" && typeof onCancel === "function";
          function cleanup() {
            if (callbacks) {
              callbacks = null;
            }
            if (timer) {
              clearTimeout(timer);
              timer = 0;
            }
          }
          var _resolve = function(value) {
            cleanup();
            resolve3(value);
          };
          var _reject = function(err) {
            cleanup();
            reject(err);
          };
          if (isCancelable) {
            executor(_resolve, _reject, onCancel);
          } else {
            callbacks = [function(reason) {
              _reject(reason || Error("canceled"));
            }];
            executor(_resolve, _reject, function(cb) {
              if (subscriptionClosed) {
                throw Error("Unable to subscribe on cancel event asynchronously");
              }
              if (typeof cb !== "function") {
                throw TypeError("onCancel callback must be a function");
              }
              callbacks.push(cb);
            });
            subscriptionClosed = true;
          }
          if (options.timeout > 0) {
            timer = setTimeout(function() {
              var reason = Error("timeout");
              reason.code = "ETIMEDOUT";
              timer = 0;
              promise.cancel(reason);
              reject(reason);
            }, options.timeout);
          }
        });
        if (!isCancelable) {
          promise.cancel = function(reason) {
            if (!callbacks) {
              return;
            }
            var length = callbacks.length;
            for (var i = 1; i < length; i++) {
              callbacks[i](reason);
            }
            callbacks[0](reason);
            callbacks = null;
          };
        }
        return promise;
      }
      function findTargetIndex(observer) {
        var observers = this._observers;
        if (!observers) {
          return -1;
        }
        var len = observers.length;
        for (var i = 0; i < len; i++) {
          if (observers[i]._target === observer) return i;
        }
        return -1;
      }
      function searchListenerTree(handlers, type, tree, i, typeLength) {
        if (!tree) {
          return null;
        }
        if (i === 0) {
          var kind = typeof type;
          if (kind === "string") {
            var ns, n, l = 0, j = 0, delimiter = this.delimiter, dl = delimiter.length;
            if ((n = type.indexOf(delimiter)) !== -1) {
              ns = new Array(5);
              do {
                ns[l++] = type.slice(j, n);
                j = n + dl;
              } while ((n = type.indexOf(delimiter, j)) !== -1);
              ns[l++] = type.slice(j);
              type = ns;
              typeLength = l;
            } else {
              type = [type];
              typeLength = 1;
            }
          } else if (kind === "object") {
            typeLength = type.length;
          } else {
            type = [type];
            typeLength = 1;
          }
        }
        var listeners = null, branch, xTree, xxTree, isolatedBranch, endReached, currentType = type[i], nextType = type[i + 1], branches, _listeners;
        if (i === typeLength) {
          if (tree._listeners) {
            if (typeof tree._listeners === "function") {
              handlers && handlers.push(tree._listeners);
              listeners = [tree];
            } else {
              handlers && handlers.push.apply(handlers, tree._listeners);
              listeners = [tree];
            }
          }
        } else {
          if (currentType === "*") {
            branches = ownKeys(tree);
            n = branches.length;
            while (n-- > 0) {
              branch = branches[n];
              if (branch !== "_listeners") {
                _listeners = searchListenerTree(handlers, type, tree[branch], i + 1, typeLength);
                if (_listeners) {
                  if (listeners) {
                    listeners.push.apply(listeners, _listeners);
                  } else {
                    listeners = _listeners;
                  }
                }
              }
            }
            return listeners;
          } else if (currentType === "**") {
            endReached = i + 1 === typeLength || i + 2 === typeLength && nextType === "*";
            if (endReached && tree._listeners) {
              listeners = searchListenerTree(handlers, type, tree, typeLength, typeLength);
            }
            branches = ownKeys(tree);
            n = branches.length;
            while (n-- > 0) {
              branch = branches[n];
              if (branch !== "_listeners") {
                if (branch === "*" || branch === "**") {
                  if (tree[branch]._listeners && !endReached) {
                    _listeners = searchListenerTree(handlers, type, tree[branch], typeLength, typeLength);
                    if (_listeners) {
                      if (listeners) {
                        listeners.push.apply(listeners, _listeners);
                      } else {
                        listeners = _listeners;
                      }
                    }
                  }
                  _listeners = searchListenerTree(handlers, type, tree[branch], i, typeLength);
                } else if (branch === nextType) {
                  _listeners = searchListenerTree(handlers, type, tree[branch], i + 2, typeLength);
                } else {
                  _listeners = searchListenerTree(handlers, type, tree[branch], i, typeLength);
                }
                if (_listeners) {
                  if (listeners) {
                    listeners.push.apply(listeners, _listeners);
                  } else {
                    listeners = _listeners;
                  }
                }
              }
            }
            return listeners;
          } else if (tree[currentType]) {
            listeners = searchListenerTree(handlers, type, tree[currentType], i + 1, typeLength);
          }
        }
        xTree = tree["*"];
        if (xTree) {
          searchListenerTree(handlers, type, xTree, i + 1, typeLength);
        }
        xxTree = tree["**"];
        if (xxTree) {
          if (i < typeLength) {
            if (xxTree._listeners) {
              searchListenerTree(handlers, type, xxTree, typeLength, typeLength);
            }
            branches = ownKeys(xxTree);
            n = branches.length;
            while (n-- > 0) {
              branch = branches[n];
              if (branch !== "_listeners") {
                if (branch === nextType) {
                  searchListenerTree(handlers, type, xxTree[branch], i + 2, typeLength);
                } else if (branch === currentType) {
                  searchListenerTree(handlers, type, xxTree[branch], i + 1, typeLength);
                } else {
                  isolatedBranch = {};
                  isolatedBranch[branch] = xxTree[branch];
                  searchListenerTree(handlers, type, { "**": isolatedBranch }, i + 1, typeLength);
                }
              }
            }
          } else if (xxTree._listeners) {
            searchListenerTree(handlers, type, xxTree, typeLength, typeLength);
          } else if (xxTree["*"] && xxTree["*"]._listeners) {
            searchListenerTree(handlers, type, xxTree["*"], typeLength, typeLength);
          }
        }
        return listeners;
      }
      function growListenerTree(type, listener, prepend) {
        var len = 0, j = 0, i, delimiter = this.delimiter, dl = delimiter.length, ns;
        if (typeof type === "string") {
          if ((i = type.indexOf(delimiter)) !== -1) {
            ns = new Array(5);
            do {
              ns[len++] = type.slice(j, i);
              j = i + dl;
            } while ((i = type.indexOf(delimiter, j)) !== -1);
            ns[len++] = type.slice(j);
          } else {
            ns = [type];
            len = 1;
          }
        } else {
          ns = type;
          len = type.length;
        }
        if (len > 1) {
          for (i = 0; i + 1 < len; i++) {
            if (ns[i] === "**" && ns[i + 1] === "**") {
              return;
            }
          }
        }
        var tree = this.listenerTree, name;
        for (i = 0; i < len; i++) {
          name = ns[i];
          tree = tree[name] || (tree[name] = {});
          if (i === len - 1) {
            if (!tree._listeners) {
              tree._listeners = listener;
            } else {
              if (typeof tree._listeners === "function") {
                tree._listeners = [tree._listeners];
              }
              if (prepend) {
                tree._listeners.unshift(listener);
              } else {
                tree._listeners.push(listener);
              }
              if (!tree._listeners.warned && this._maxListeners > 0 && tree._listeners.length > this._maxListeners) {
                tree._listeners.warned = true;
                logPossibleMemoryLeak.call(this, tree._listeners.length, name);
              }
            }
            return true;
          }
        }
        return true;
      }
      function collectTreeEvents(tree, events, root, asArray) {
        var branches = ownKeys(tree);
        var i = branches.length;
        var branch, branchName, path6;
        var hasListeners = tree["_listeners"];
        var isArrayPath;
        while (i-- > 0) {
          branchName = branches[i];
          branch = tree[branchName];
          if (branchName === "_listeners") {
            path6 = root;
          } else {
            path6 = root ? root.concat(branchName) : [branchName];
          }
          isArrayPath = asArray || typeof branchName === "symbol";
          hasListeners && events.push(isArrayPath ? path6 : path6.join(this.delimiter));
          if (typeof branch === "object") {
            collectTreeEvents.call(this, branch, events, path6, isArrayPath);
          }
        }
        return events;
      }
      function recursivelyGarbageCollect(root) {
        var keys = ownKeys(root);
        var i = keys.length;
        var obj, key, flag;
        while (i-- > 0) {
          key = keys[i];
          obj = root[key];
          if (obj) {
            flag = true;
            if (key !== "_listeners" && !recursivelyGarbageCollect(obj)) {
              delete root[key];
            }
          }
        }
        return flag;
      }
      function Listener(emitter, event, listener) {
        this.emitter = emitter;
        this.event = event;
        this.listener = listener;
      }
      Listener.prototype.off = function() {
        this.emitter.off(this.event, this.listener);
        return this;
      };
      function setupListener(event, listener, options) {
        if (options === true) {
          promisify = true;
        } else if (options === false) {
          async = true;
        } else {
          if (!options || typeof options !== "object") {
            throw TypeError("options should be an object or true");
          }
          var async = options.async;
          var promisify = options.promisify;
          var nextTick = options.nextTick;
          var objectify = options.objectify;
        }
        if (async || nextTick || promisify) {
          var _listener = listener;
          var _origin = listener._origin || listener;
          if (nextTick && !nextTickSupported) {
            throw Error("process.nextTick is not supported");
          }
          if (promisify === undefined2) {
            promisify = listener.constructor.name === "AsyncFunction";
          }
          listener = function() {
            var args = arguments;
            var context = this;
            var event2 = this.event;
            return promisify ? nextTick ? Promise.resolve() : new Promise(function(resolve3) {
              _setImmediate(resolve3);
            }).then(function() {
              context.event = event2;
              return _listener.apply(context, args);
            }) : (nextTick ? process.nextTick : _setImmediate)(function() {
              context.event = event2;
              _listener.apply(context, args);
            });
          };
          listener._async = true;
          listener._origin = _origin;
        }
        return [listener, objectify ? new Listener(this, event, listener) : this];
      }
      function EventEmitter(conf) {
        this._events = {};
        this._newListener = false;
        this._removeListener = false;
        this.verboseMemoryLeak = false;
        configure.call(this, conf);
      }
      EventEmitter.EventEmitter2 = EventEmitter;
      EventEmitter.prototype.listenTo = function(target, events, options) {
        if (typeof target !== "object") {
          throw TypeError("target musts be an object");
        }
        var emitter = this;
        options = resolveOptions(options, {
          on: undefined2,
          off: undefined2,
          reducers: undefined2
        }, {
          on: functionReducer,
          off: functionReducer,
          reducers: objectFunctionReducer
        });
        function listen(events2) {
          if (typeof events2 !== "object") {
            throw TypeError("events must be an object");
          }
          var reducers = options.reducers;
          var index = findTargetIndex.call(emitter, target);
          var observer;
          if (index === -1) {
            observer = new TargetObserver(emitter, target, options);
          } else {
            observer = emitter._observers[index];
          }
          var keys = ownKeys(events2);
          var len = keys.length;
          var event;
          var isSingleReducer = typeof reducers === "function";
          for (var i = 0; i < len; i++) {
            event = keys[i];
            observer.subscribe(
              event,
              events2[event] || event,
              isSingleReducer ? reducers : reducers && reducers[event]
            );
          }
        }
        isArray(events) ? listen(toObject(events)) : typeof events === "string" ? listen(toObject(events.split(/\s+/))) : listen(events);
        return this;
      };
      EventEmitter.prototype.stopListeningTo = function(target, event) {
        var observers = this._observers;
        if (!observers) {
          return false;
        }
        var i = observers.length;
        var observer;
        var matched = false;
        if (target && typeof target !== "object") {
          throw TypeError("target should be an object");
        }
        while (i-- > 0) {
          observer = observers[i];
          if (!target || observer._target === target) {
            observer.unsubscribe(event);
            matched = true;
          }
        }
        return matched;
      };
      EventEmitter.prototype.delimiter = ".";
      EventEmitter.prototype.setMaxListeners = function(n) {
        if (n !== undefined2) {
          this._maxListeners = n;
          if (!this._conf) this._conf = {};
          this._conf.maxListeners = n;
        }
      };
      EventEmitter.prototype.getMaxListeners = function() {
        return this._maxListeners;
      };
      EventEmitter.prototype.event = "";
      EventEmitter.prototype.once = function(event, fn, options) {
        return this._once(event, fn, false, options);
      };
      EventEmitter.prototype.prependOnceListener = function(event, fn, options) {
        return this._once(event, fn, true, options);
      };
      EventEmitter.prototype._once = function(event, fn, prepend, options) {
        return this._many(event, 1, fn, prepend, options);
      };
      EventEmitter.prototype.many = function(event, ttl, fn, options) {
        return this._many(event, ttl, fn, false, options);
      };
      EventEmitter.prototype.prependMany = function(event, ttl, fn, options) {
        return this._many(event, ttl, fn, true, options);
      };
      EventEmitter.prototype._many = function(event, ttl, fn, prepend, options) {
        var self = this;
        if (typeof fn !== "function") {
          throw new Error("many only accepts instances of Function");
        }
        function listener() {
          if (--ttl === 0) {
            self.off(event, listener);
          }
          return fn.apply(this, arguments);
        }
        listener._origin = fn;
        return this._on(event, listener, prepend, options);
      };
      EventEmitter.prototype.emit = function() {
        if (!this._events && !this._all) {
          return false;
        }
        this._events || init.call(this);
        var type = arguments[0], ns, wildcard = this.wildcard;
        var args, l, i, j, containsSymbol;
        if (type === "newListener" && !this._newListener) {
          if (!this._events.newListener) {
            return false;
          }
        }
        if (wildcard) {
          ns = type;
          if (type !== "newListener" && type !== "removeListener") {
            if (typeof type === "object") {
              l = type.length;
              if (symbolsSupported) {
                for (i = 0; i < l; i++) {
                  if (typeof type[i] === "symbol") {
                    containsSymbol = true;
                    break;
                  }
                }
              }
              if (!containsSymbol) {
                type = type.join(this.delimiter);
              }
            }
          }
        }
        var al = arguments.length;
        var handler;
        if (this._all && this._all.length) {
          handler = this._all.slice();
          for (i = 0, l = handler.length; i < l; i++) {
            this.event = type;
            switch (al) {
              case 1:
                handler[i].call(this, type);
                break;
              case 2:
                handler[i].call(this, type, arguments[1]);
                break;
              case 3:
                handler[i].call(this, type, arguments[1], arguments[2]);
                break;
              default:
                handler[i].apply(this, arguments);
            }
          }
        }
        if (wildcard) {
          handler = [];
          searchListenerTree.call(this, handler, ns, this.listenerTree, 0, l);
        } else {
          handler = this._events[type];
          if (typeof handler === "function") {
            this.event = type;
            switch (al) {
              case 1:
                handler.call(this);
                break;
              case 2:
                handler.call(this, arguments[1]);
                break;
              case 3:
                handler.call(this, arguments[1], arguments[2]);
                break;
              default:
                args = new Array(al - 1);
                for (j = 1; j < al; j++) args[j - 1] = arguments[j];
                handler.apply(this, args);
            }
            return true;
          } else if (handler) {
            handler = handler.slice();
          }
        }
        if (handler && handler.length) {
          if (al > 3) {
            args = new Array(al - 1);
            for (j = 1; j < al; j++) args[j - 1] = arguments[j];
          }
          for (i = 0, l = handler.length; i < l; i++) {
            this.event = type;
            switch (al) {
              case 1:
                handler[i].call(this);
                break;
              case 2:
                handler[i].call(this, arguments[1]);
                break;
              case 3:
                handler[i].call(this, arguments[1], arguments[2]);
                break;
              default:
                handler[i].apply(this, args);
            }
          }
          return true;
        } else if (!this.ignoreErrors && !this._all && type === "error") {
          if (arguments[1] instanceof Error) {
            throw arguments[1];
          } else {
            throw new Error("Uncaught, unspecified 'error' event.");
          }
        }
        return !!this._all;
      };
      EventEmitter.prototype.emitAsync = function() {
        if (!this._events && !this._all) {
          return false;
        }
        this._events || init.call(this);
        var type = arguments[0], wildcard = this.wildcard, ns, containsSymbol;
        var args, l, i, j;
        if (type === "newListener" && !this._newListener) {
          if (!this._events.newListener) {
            return Promise.resolve([false]);
          }
        }
        if (wildcard) {
          ns = type;
          if (type !== "newListener" && type !== "removeListener") {
            if (typeof type === "object") {
              l = type.length;
              if (symbolsSupported) {
                for (i = 0; i < l; i++) {
                  if (typeof type[i] === "symbol") {
                    containsSymbol = true;
                    break;
                  }
                }
              }
              if (!containsSymbol) {
                type = type.join(this.delimiter);
              }
            }
          }
        }
        var promises3 = [];
        var al = arguments.length;
        var handler;
        if (this._all) {
          for (i = 0, l = this._all.length; i < l; i++) {
            this.event = type;
            switch (al) {
              case 1:
                promises3.push(this._all[i].call(this, type));
                break;
              case 2:
                promises3.push(this._all[i].call(this, type, arguments[1]));
                break;
              case 3:
                promises3.push(this._all[i].call(this, type, arguments[1], arguments[2]));
                break;
              default:
                promises3.push(this._all[i].apply(this, arguments));
            }
          }
        }
        if (wildcard) {
          handler = [];
          searchListenerTree.call(this, handler, ns, this.listenerTree, 0);
        } else {
          handler = this._events[type];
        }
        if (typeof handler === "function") {
          this.event = type;
          switch (al) {
            case 1:
              promises3.push(handler.call(this));
              break;
            case 2:
              promises3.push(handler.call(this, arguments[1]));
              break;
            case 3:
              promises3.push(handler.call(this, arguments[1], arguments[2]));
              break;
            default:
              args = new Array(al - 1);
              for (j = 1; j < al; j++) args[j - 1] = arguments[j];
              promises3.push(handler.apply(this, args));
          }
        } else if (handler && handler.length) {
          handler = handler.slice();
          if (al > 3) {
            args = new Array(al - 1);
            for (j = 1; j < al; j++) args[j - 1] = arguments[j];
          }
          for (i = 0, l = handler.length; i < l; i++) {
            this.event = type;
            switch (al) {
              case 1:
                promises3.push(handler[i].call(this));
                break;
              case 2:
                promises3.push(handler[i].call(this, arguments[1]));
                break;
              case 3:
                promises3.push(handler[i].call(this, arguments[1], arguments[2]));
                break;
              default:
                promises3.push(handler[i].apply(this, args));
            }
          }
        } else if (!this.ignoreErrors && !this._all && type === "error") {
          if (arguments[1] instanceof Error) {
            return Promise.reject(arguments[1]);
          } else {
            return Promise.reject("Uncaught, unspecified 'error' event.");
          }
        }
        return Promise.all(promises3);
      };
      EventEmitter.prototype.on = function(type, listener, options) {
        return this._on(type, listener, false, options);
      };
      EventEmitter.prototype.prependListener = function(type, listener, options) {
        return this._on(type, listener, true, options);
      };
      EventEmitter.prototype.onAny = function(fn) {
        return this._onAny(fn, false);
      };
      EventEmitter.prototype.prependAny = function(fn) {
        return this._onAny(fn, true);
      };
      EventEmitter.prototype.addListener = EventEmitter.prototype.on;
      EventEmitter.prototype._onAny = function(fn, prepend) {
        if (typeof fn !== "function") {
          throw new Error("onAny only accepts instances of Function");
        }
        if (!this._all) {
          this._all = [];
        }
        if (prepend) {
          this._all.unshift(fn);
        } else {
          this._all.push(fn);
        }
        return this;
      };
      EventEmitter.prototype._on = function(type, listener, prepend, options) {
        if (typeof type === "function") {
          this._onAny(type, listener);
          return this;
        }
        if (typeof listener !== "function") {
          throw new Error("on only accepts instances of Function");
        }
        this._events || init.call(this);
        var returnValue = this, temp;
        if (options !== undefined2) {
          temp = setupListener.call(this, type, listener, options);
          listener = temp[0];
          returnValue = temp[1];
        }
        if (this._newListener) {
          this.emit("newListener", type, listener);
        }
        if (this.wildcard) {
          growListenerTree.call(this, type, listener, prepend);
          return returnValue;
        }
        if (!this._events[type]) {
          this._events[type] = listener;
        } else {
          if (typeof this._events[type] === "function") {
            this._events[type] = [this._events[type]];
          }
          if (prepend) {
            this._events[type].unshift(listener);
          } else {
            this._events[type].push(listener);
          }
          if (!this._events[type].warned && this._maxListeners > 0 && this._events[type].length > this._maxListeners) {
            this._events[type].warned = true;
            logPossibleMemoryLeak.call(this, this._events[type].length, type);
          }
        }
        return returnValue;
      };
      EventEmitter.prototype.off = function(type, listener) {
        if (typeof listener !== "function") {
          throw new Error("removeListener only takes instances of Function");
        }
        var handlers, leafs = [];
        if (this.wildcard) {
          var ns = typeof type === "string" ? type.split(this.delimiter) : type.slice();
          leafs = searchListenerTree.call(this, null, ns, this.listenerTree, 0);
          if (!leafs) return this;
        } else {
          if (!this._events[type]) return this;
          handlers = this._events[type];
          leafs.push({ _listeners: handlers });
        }
        for (var iLeaf = 0; iLeaf < leafs.length; iLeaf++) {
          var leaf = leafs[iLeaf];
          handlers = leaf._listeners;
          if (isArray(handlers)) {
            var position = -1;
            for (var i = 0, length = handlers.length; i < length; i++) {
              if (handlers[i] === listener || handlers[i].listener && handlers[i].listener === listener || handlers[i]._origin && handlers[i]._origin === listener) {
                position = i;
                break;
              }
            }
            if (position < 0) {
              continue;
            }
            if (this.wildcard) {
              leaf._listeners.splice(position, 1);
            } else {
              this._events[type].splice(position, 1);
            }
            if (handlers.length === 0) {
              if (this.wildcard) {
                delete leaf._listeners;
              } else {
                delete this._events[type];
              }
            }
            if (this._removeListener)
              this.emit("removeListener", type, listener);
            return this;
          } else if (handlers === listener || handlers.listener && handlers.listener === listener || handlers._origin && handlers._origin === listener) {
            if (this.wildcard) {
              delete leaf._listeners;
            } else {
              delete this._events[type];
            }
            if (this._removeListener)
              this.emit("removeListener", type, listener);
          }
        }
        this.listenerTree && recursivelyGarbageCollect(this.listenerTree);
        return this;
      };
      EventEmitter.prototype.offAny = function(fn) {
        var i = 0, l = 0, fns;
        if (fn && this._all && this._all.length > 0) {
          fns = this._all;
          for (i = 0, l = fns.length; i < l; i++) {
            if (fn === fns[i]) {
              fns.splice(i, 1);
              if (this._removeListener)
                this.emit("removeListenerAny", fn);
              return this;
            }
          }
        } else {
          fns = this._all;
          if (this._removeListener) {
            for (i = 0, l = fns.length; i < l; i++)
              this.emit("removeListenerAny", fns[i]);
          }
          this._all = [];
        }
        return this;
      };
      EventEmitter.prototype.removeListener = EventEmitter.prototype.off;
      EventEmitter.prototype.removeAllListeners = function(type) {
        if (type === undefined2) {
          !this._events || init.call(this);
          return this;
        }
        if (this.wildcard) {
          var leafs = searchListenerTree.call(this, null, type, this.listenerTree, 0), leaf, i;
          if (!leafs) return this;
          for (i = 0; i < leafs.length; i++) {
            leaf = leafs[i];
            leaf._listeners = null;
          }
          this.listenerTree && recursivelyGarbageCollect(this.listenerTree);
        } else if (this._events) {
          this._events[type] = null;
        }
        return this;
      };
      EventEmitter.prototype.listeners = function(type) {
        var _events = this._events;
        var keys, listeners, allListeners;
        var i;
        var listenerTree;
        if (type === undefined2) {
          if (this.wildcard) {
            throw Error("event name required for wildcard emitter");
          }
          if (!_events) {
            return [];
          }
          keys = ownKeys(_events);
          i = keys.length;
          allListeners = [];
          while (i-- > 0) {
            listeners = _events[keys[i]];
            if (typeof listeners === "function") {
              allListeners.push(listeners);
            } else {
              allListeners.push.apply(allListeners, listeners);
            }
          }
          return allListeners;
        } else {
          if (this.wildcard) {
            listenerTree = this.listenerTree;
            if (!listenerTree) return [];
            var handlers = [];
            var ns = typeof type === "string" ? type.split(this.delimiter) : type.slice();
            searchListenerTree.call(this, handlers, ns, listenerTree, 0);
            return handlers;
          }
          if (!_events) {
            return [];
          }
          listeners = _events[type];
          if (!listeners) {
            return [];
          }
          return typeof listeners === "function" ? [listeners] : listeners;
        }
      };
      EventEmitter.prototype.eventNames = function(nsAsArray) {
        var _events = this._events;
        return this.wildcard ? collectTreeEvents.call(this, this.listenerTree, [], null, nsAsArray) : _events ? ownKeys(_events) : [];
      };
      EventEmitter.prototype.listenerCount = function(type) {
        return this.listeners(type).length;
      };
      EventEmitter.prototype.hasListeners = function(type) {
        if (this.wildcard) {
          var handlers = [];
          var ns = typeof type === "string" ? type.split(this.delimiter) : type.slice();
          searchListenerTree.call(this, handlers, ns, this.listenerTree, 0);
          return handlers.length > 0;
        }
        var _events = this._events;
        var _all = this._all;
        return !!(_all && _all.length || _events && (type === undefined2 ? ownKeys(_events).length : _events[type]));
      };
      EventEmitter.prototype.listenersAny = function() {
        if (this._all) {
          return this._all;
        } else {
          return [];
        }
      };
      EventEmitter.prototype.waitFor = function(event, options) {
        var self = this;
        var type = typeof options;
        if (type === "number") {
          options = { timeout: options };
        } else if (type === "function") {
          options = { filter: options };
        }
        options = resolveOptions(options, {
          timeout: 0,
          filter: undefined2,
          handleError: false,
          Promise,
          overload: false
        }, {
          filter: functionReducer,
          Promise: constructorReducer
        });
        return makeCancelablePromise(options.Promise, function(resolve3, reject, onCancel) {
          function listener() {
            var filter = options.filter;
            if (filter && !filter.apply(self, arguments)) {
              return;
            }
            self.off(event, listener);
            if (options.handleError) {
              var err = arguments[0];
              err ? reject(err) : resolve3(toArray.apply(null, arguments).slice(1));
            } else {
              resolve3(toArray.apply(null, arguments));
            }
          }
          onCancel(function() {
            self.off(event, listener);
          });
          self._on(event, listener, false);
        }, {
          timeout: options.timeout,
          overload: options.overload
        });
      };
      function once(emitter, name, options) {
        options = resolveOptions(options, {
          Promise,
          timeout: 0,
          overload: false
        }, {
          Promise: constructorReducer
        });
        var _Promise = options.Promise;
        return makeCancelablePromise(_Promise, function(resolve3, reject, onCancel) {
          var handler;
          if (typeof emitter.addEventListener === "function") {
            handler = function() {
              resolve3(toArray.apply(null, arguments));
            };
            onCancel(function() {
              emitter.removeEventListener(name, handler);
            });
            emitter.addEventListener(
              name,
              handler,
              { once: true }
            );
            return;
          }
          var eventListener = function() {
            errorListener && emitter.removeListener("error", errorListener);
            resolve3(toArray.apply(null, arguments));
          };
          var errorListener;
          if (name !== "error") {
            errorListener = function(err) {
              emitter.removeListener(name, eventListener);
              reject(err);
            };
            emitter.once("error", errorListener);
          }
          onCancel(function() {
            errorListener && emitter.removeListener("error", errorListener);
            emitter.removeListener(name, eventListener);
          });
          emitter.once(name, eventListener);
        }, {
          timeout: options.timeout,
          overload: options.overload
        });
      }
      var prototype = EventEmitter.prototype;
      Object.defineProperties(EventEmitter, {
        defaultMaxListeners: {
          get: function() {
            return prototype._maxListeners;
          },
          set: function(n) {
            if (typeof n !== "number" || n < 0 || Number.isNaN(n)) {
              throw TypeError("n must be a non-negative number");
            }
            prototype._maxListeners = n;
          },
          enumerable: true
        },
        once: {
          value: once,
          writable: true,
          configurable: true
        }
      });
      Object.defineProperties(prototype, {
        _maxListeners: {
          value: defaultMaxListeners,
          writable: true,
          configurable: true
        },
        _observers: { value: null, writable: true, configurable: true }
      });
      if (typeof define === "function" && define.amd) {
        define(function() {
          return EventEmitter;
        });
      } else if (typeof exports === "object") {
        module.exports = EventEmitter;
      } else {
        var _global = new Function("", "return this")();
        _global.EventEmitter2 = EventEmitter;
      }
    })();
  }
});

// node_modules/pg-logical-replication/dist/logical-replication-service.js
var require_logical_replication_service = __commonJS({
  "node_modules/pg-logical-replication/dist/logical-replication-service.js"(exports) {
    "use strict";
    var __importDefault = exports && exports.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.LogicalReplicationService = void 0;
    var eventemitter2_1 = __importDefault(require_eventemitter2());
    var pg_1 = require_lib2();
    var LogicalReplicationService = class extends eventemitter2_1.default {
      clientConfig;
      config;
      constructor(clientConfig, config2) {
        super();
        this.clientConfig = clientConfig;
        this.config = {
          acknowledge: {
            auto: true,
            timeoutSeconds: 10,
            ...config2?.acknowledge || {}
          },
          flowControl: {
            enabled: false,
            ...config2?.flowControl || {}
          }
        };
      }
      _lastLsn = null;
      lastLsn() {
        return this._lastLsn || "0/00000000";
      }
      _client = null;
      _connection = null;
      async client() {
        await this.stop();
        this._client = new pg_1.Client({
          ...this.clientConfig,
          replication: "database"
        });
        await this._client.connect();
        this._connection = this._client.connection;
        this._client.on("error", (e) => this.emit("error", e));
        return [this._client, this._connection];
      }
      _stop = true;
      isStop() {
        return this._stop;
      }
      // Flow control (backpressure) queue
      _messageQueue = [];
      _processing = false;
      async stop() {
        this._stop = true;
        this._messageQueue = [];
        this._processing = false;
        await this._client?.end();
        this._connection?.removeAllListeners();
        this._connection = null;
        this._client?.removeAllListeners();
        this._client = null;
        this.checkStandbyStatus(false);
        return this;
      }
      async destroy() {
        await this.stop();
        this.removeAllListeners();
        return this;
      }
      /**
       * subscribe
       * @param plugin One of [TestDecodingPlugin, ]
       * @param slotName
       * @param uptoLsn
       */
      async subscribe(plugin, slotName2, uptoLsn) {
        try {
          const [client, connection] = await this.client();
          this._lastLsn = uptoLsn || this._lastLsn;
          connection.once("replicationStart", () => {
            this._stop = false;
            this.emit("start");
            this.checkStandbyStatus(true);
          });
          connection.on("copyData", ({ chunk: buffer }) => {
            if (buffer[0] != 119 && buffer[0] != 107) {
              console.warn("Unknown message", buffer[0]);
              return;
            }
            const lsn = buffer.readUInt32BE(1).toString(16).toUpperCase() + "/" + buffer.readUInt32BE(5).toString(16).toUpperCase();
            if (buffer[0] == 119) {
              if (this.config.flowControl.enabled) {
                this._messageQueue.push({ lsn, data: plugin.parse(buffer.subarray(25)) });
                this._processQueue();
              } else {
                this.emit("data", lsn, plugin.parse(buffer.subarray(25)));
                this._acknowledge(lsn);
              }
            } else if (buffer[0] == 107) {
              const timestamp = Math.floor(buffer.readUInt32BE(9) * 4294967296e-3 + buffer.readUInt32BE(13) / 1e3 + 94608e7);
              const shouldRespond = !!buffer.readInt8(17);
              this.emit("heartbeat", lsn, timestamp, shouldRespond);
            }
            this._lastLsn = lsn;
          });
          return plugin.start(client, slotName2, this._lastLsn || "0/00000000").catch((e) => {
            if (!this._stop || !/Connection\s+terminated/i.test(e?.toString()))
              throw e;
          });
        } catch (e) {
          await this.stop();
          this.emit("error", e);
          throw e;
        }
      }
      async _acknowledge(lsn) {
        if (!this.config.acknowledge.auto)
          return;
        this.emit("acknowledge", lsn);
        await this.acknowledge(lsn);
      }
      /**
       * Process messages in the queue sequentially with backpressure support.
       * Pauses the stream while processing and resumes when the queue is empty.
       */
      _processQueue() {
        if (this._processing || this._stop)
          return;
        this._processing = true;
        this._connection?.stream?.pause?.();
        const processNext = async () => {
          while (this._messageQueue.length > 0 && !this._stop) {
            const message = this._messageQueue.shift();
            try {
              await this.emitAsync("data", message.lsn, message.data);
              await this._acknowledge(message.lsn);
            } catch (e) {
              this.emit("error", e);
            }
          }
          this._processing = false;
          if (!this._stop) {
            this._connection?.stream?.resume?.();
          }
        };
        processNext();
      }
      lastStandbyStatusUpdatedTime = 0;
      checkStandbyStatusTimer = null;
      checkStandbyStatus(enable) {
        if (this.checkStandbyStatusTimer) {
          clearInterval(this.checkStandbyStatusTimer);
          this.checkStandbyStatusTimer = null;
        }
        if (this.config.acknowledge.timeoutSeconds > 0 && enable)
          this.checkStandbyStatusTimer = setInterval(async () => {
            if (this._stop)
              return;
            if (this._lastLsn && Date.now() - this.lastStandbyStatusUpdatedTime > this.config.acknowledge.timeoutSeconds * 1e3)
              await this.acknowledge(this._lastLsn);
          }, 1e3);
      }
      /**
       * @param lsn
       * @param ping Request server to respond
       */
      async acknowledge(lsn, ping = false) {
        if (this._stop)
          return false;
        this.lastStandbyStatusUpdatedTime = Date.now();
        const slice = lsn.split("/");
        let [upperWAL, lowerWAL] = [parseInt(slice[0], 16), parseInt(slice[1], 16)];
        const now = Date.now() - 94608e7;
        const upperTimestamp = Math.floor(now / 4294967296e-3);
        const lowerTimestamp = Math.floor(now - upperTimestamp * 4294967296e-3);
        if (lowerWAL === 4294967295) {
          upperWAL = upperWAL + 1;
          lowerWAL = 0;
        } else {
          lowerWAL = lowerWAL + 1;
        }
        const response = Buffer.alloc(34);
        response.fill(114);
        response.writeUInt32BE(upperWAL, 1);
        response.writeUInt32BE(lowerWAL, 5);
        response.writeUInt32BE(upperWAL, 9);
        response.writeUInt32BE(lowerWAL, 13);
        response.writeUInt32BE(upperWAL, 17);
        response.writeUInt32BE(lowerWAL, 21);
        response.writeUInt32BE(upperTimestamp, 25);
        response.writeUInt32BE(lowerTimestamp, 29);
        response.writeInt8(ping ? 1 : 0, 33);
        this._connection?.sendCopyFromChunk(response);
        return true;
      }
    };
    exports.LogicalReplicationService = LogicalReplicationService;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/abstract.plugin.js
var require_abstract_plugin = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/abstract.plugin.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.AbstractPlugin = void 0;
    var AbstractPlugin = class {
      options;
      constructor(options) {
        this.options = options;
      }
    };
    exports.AbstractPlugin = AbstractPlugin;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/test_decoding/decoder.js
var require_decoder = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/test_decoding/decoder.js"(exports, module) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var _module = (
      /*
       * Generated by PEG.js 0.10.0.
       *
       * http://pegjs.org/
       */
      (function() {
        "use strict";
        function peg$subclass(child, parent) {
          function ctor() {
            this.constructor = child;
          }
          ctor.prototype = parent.prototype;
          child.prototype = new ctor();
        }
        function peg$SyntaxError(message, expected, found, location) {
          this.message = message;
          this.expected = expected;
          this.found = found;
          this.location = location;
          this.name = "SyntaxError";
          if (typeof Error.captureStackTrace === "function") {
            Error.captureStackTrace(this, peg$SyntaxError);
          }
        }
        peg$subclass(peg$SyntaxError, Error);
        peg$SyntaxError.buildMessage = function(expected, found) {
          var DESCRIBE_EXPECTATION_FNS = {
            literal: function(expectation) {
              return '"' + literalEscape(expectation.text) + '"';
            },
            class: function(expectation) {
              var escapedParts = "", i;
              for (i = 0; i < expectation.parts.length; i++) {
                escapedParts += expectation.parts[i] instanceof Array ? classEscape(expectation.parts[i][0]) + "-" + classEscape(expectation.parts[i][1]) : classEscape(expectation.parts[i]);
              }
              return "[" + (expectation.inverted ? "^" : "") + escapedParts + "]";
            },
            any: function(expectation) {
              return "any character";
            },
            end: function(expectation) {
              return "end of input";
            },
            other: function(expectation) {
              return expectation.description;
            }
          };
          function hex(ch) {
            return ch.charCodeAt(0).toString(16).toUpperCase();
          }
          function literalEscape(s) {
            return s.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
              return "\\x0" + hex(ch);
            }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
              return "\\x" + hex(ch);
            });
          }
          function classEscape(s) {
            return s.replace(/\\/g, "\\\\").replace(/\]/g, "\\]").replace(/\^/g, "\\^").replace(/-/g, "\\-").replace(/\0/g, "\\0").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/[\x00-\x0F]/g, function(ch) {
              return "\\x0" + hex(ch);
            }).replace(/[\x10-\x1F\x7F-\x9F]/g, function(ch) {
              return "\\x" + hex(ch);
            });
          }
          function describeExpectation(expectation) {
            return DESCRIBE_EXPECTATION_FNS[expectation.type](expectation);
          }
          function describeExpected(expected2) {
            var descriptions = new Array(expected2.length), i, j;
            for (i = 0; i < expected2.length; i++) {
              descriptions[i] = describeExpectation(expected2[i]);
            }
            descriptions.sort();
            if (descriptions.length > 0) {
              for (i = 1, j = 1; i < descriptions.length; i++) {
                if (descriptions[i - 1] !== descriptions[i]) {
                  descriptions[j] = descriptions[i];
                  j++;
                }
              }
              descriptions.length = j;
            }
            switch (descriptions.length) {
              case 1:
                return descriptions[0];
              case 2:
                return descriptions[0] + " or " + descriptions[1];
              default:
                return descriptions.slice(0, -1).join(", ") + ", or " + descriptions[descriptions.length - 1];
            }
          }
          function describeFound(found2) {
            return found2 ? '"' + literalEscape(found2) + '"' : "end of input";
          }
          return "Expected " + describeExpected(expected) + " but " + describeFound(found) + " found.";
        };
        function peg$parse(input, options) {
          options = options !== void 0 ? options : {};
          var peg$FAILED = {}, peg$startRuleFunctions = { start: peg$parsestart }, peg$startRuleFunction = peg$parsestart, peg$c0 = "table", peg$c1 = peg$literalExpectation("table", false), peg$c2 = ".", peg$c3 = peg$literalExpectation(".", false), peg$c4 = ":", peg$c5 = peg$literalExpectation(":", false), peg$c6 = function(s, t, a, d) {
            return { schema: s, table: t, action: a, data: d };
          }, peg$c7 = "BEGIN", peg$c8 = peg$literalExpectation("BEGIN", false), peg$c9 = function(id) {
            return { trx: "BEGIN", xid: id };
          }, peg$c10 = "COMMIT", peg$c11 = peg$literalExpectation("COMMIT", false), peg$c12 = function(id, tm) {
            return { trx: "COMMIT", xid: id, time: tm };
          }, peg$c13 = /^[0-9]/, peg$c14 = peg$classExpectation([["0", "9"]], false, false), peg$c15 = function(t) {
            return t.join("");
          }, peg$c16 = "(at ", peg$c17 = peg$literalExpectation("(at ", false), peg$c18 = /^[^)]/, peg$c19 = peg$classExpectation([")"], true, false), peg$c20 = ")", peg$c21 = peg$literalExpectation(")", false), peg$c22 = " ", peg$c23 = peg$literalExpectation(" ", false), peg$c24 = "", peg$c25 = "[", peg$c26 = peg$literalExpectation("[", false), peg$c27 = "]", peg$c28 = peg$literalExpectation("]", false), peg$c29 = function(t) {
            return t;
          }, peg$c30 = "null", peg$c31 = peg$literalExpectation("null", false), peg$c32 = function() {
            return null;
          }, peg$c33 = '"', peg$c34 = peg$literalExpectation('"', false), peg$c35 = /^[^"]/, peg$c36 = peg$classExpectation(['"'], true, false), peg$c37 = /^[\r\n]/, peg$c38 = peg$classExpectation(["\r", "\n"], false, false), peg$c39 = '""', peg$c40 = peg$literalExpectation('""', false), peg$c41 = function() {
            return '"';
          }, peg$c42 = function(t) {
            return t[0] ? t[0].join("") : "";
          }, peg$c43 = "'", peg$c44 = peg$literalExpectation("'", false), peg$c45 = /^[^']/, peg$c46 = peg$classExpectation(["'"], true, false), peg$c47 = "''", peg$c48 = peg$literalExpectation("''", false), peg$c49 = function() {
            return "'";
          }, peg$c50 = /^[^.]/, peg$c51 = peg$classExpectation(["."], true, false), peg$c52 = /^[^ \t\r\n]/, peg$c53 = peg$classExpectation([" ", "	", "\r", "\n"], true, false), peg$c54 = /^[^:]/, peg$c55 = peg$classExpectation([":"], true, false), peg$c56 = /^[^[]/, peg$c57 = peg$classExpectation(["["], true, false), peg$c58 = /^[^\]]/, peg$c59 = peg$classExpectation(["]"], true, false), peg$c60 = "INSERT", peg$c61 = peg$literalExpectation("INSERT", false), peg$c62 = "UPDATE", peg$c63 = peg$literalExpectation("UPDATE", false), peg$c64 = "DELETE", peg$c65 = peg$literalExpectation("DELETE", false), peg$c66 = function(f, t, v) {
            return { name: f, type: t, value: v };
          }, peg$c67 = "(", peg$c68 = peg$literalExpectation("(", false), peg$c69 = /^[^))]/, peg$c70 = peg$classExpectation([")", ")"], true, false), peg$c71 = function(t) {
            return { type: "null", name: "message", value: t.join("") };
          }, peg$currPos = 0, peg$savedPos = 0, peg$posDetailsCache = [{ line: 1, column: 1 }], peg$maxFailPos = 0, peg$maxFailExpected = [], peg$silentFails = 0, peg$result;
          if ("startRule" in options) {
            if (!(options.startRule in peg$startRuleFunctions)) {
              throw new Error(`Can't start parsing from rule "` + options.startRule + '".');
            }
            peg$startRuleFunction = peg$startRuleFunctions[options.startRule];
          }
          function text2() {
            return input.substring(peg$savedPos, peg$currPos);
          }
          function location() {
            return peg$computeLocation(peg$savedPos, peg$currPos);
          }
          function expected(description, location2) {
            location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
            throw peg$buildStructuredError([peg$otherExpectation(description)], input.substring(peg$savedPos, peg$currPos), location2);
          }
          function error2(message, location2) {
            location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
            throw peg$buildSimpleError(message, location2);
          }
          function peg$literalExpectation(text3, ignoreCase) {
            return { type: "literal", text: text3, ignoreCase };
          }
          function peg$classExpectation(parts, inverted, ignoreCase) {
            return { type: "class", parts, inverted, ignoreCase };
          }
          function peg$anyExpectation() {
            return { type: "any" };
          }
          function peg$endExpectation() {
            return { type: "end" };
          }
          function peg$otherExpectation(description) {
            return { type: "other", description };
          }
          function peg$computePosDetails(pos) {
            var details = peg$posDetailsCache[pos], p;
            if (details) {
              return details;
            } else {
              p = pos - 1;
              while (!peg$posDetailsCache[p]) {
                p--;
              }
              details = peg$posDetailsCache[p];
              details = {
                line: details.line,
                column: details.column
              };
              while (p < pos) {
                if (input.charCodeAt(p) === 10) {
                  details.line++;
                  details.column = 1;
                } else {
                  details.column++;
                }
                p++;
              }
              peg$posDetailsCache[pos] = details;
              return details;
            }
          }
          function peg$computeLocation(startPos, endPos) {
            var startPosDetails = peg$computePosDetails(startPos), endPosDetails = peg$computePosDetails(endPos);
            return {
              start: {
                offset: startPos,
                line: startPosDetails.line,
                column: startPosDetails.column
              },
              end: {
                offset: endPos,
                line: endPosDetails.line,
                column: endPosDetails.column
              }
            };
          }
          function peg$fail(expected2) {
            if (peg$currPos < peg$maxFailPos) {
              return;
            }
            if (peg$currPos > peg$maxFailPos) {
              peg$maxFailPos = peg$currPos;
              peg$maxFailExpected = [];
            }
            peg$maxFailExpected.push(expected2);
          }
          function peg$buildSimpleError(message, location2) {
            return new peg$SyntaxError(message, null, null, location2);
          }
          function peg$buildStructuredError(expected2, found, location2) {
            return new peg$SyntaxError(peg$SyntaxError.buildMessage(expected2, found), expected2, found, location2);
          }
          function peg$parsestart() {
            var s0;
            s0 = peg$parsetable();
            if (s0 === peg$FAILED) {
              s0 = peg$parsetrx();
            }
            return s0;
          }
          function peg$parsetable() {
            var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10;
            s0 = peg$currPos;
            if (input.substr(peg$currPos, 5) === peg$c0) {
              s1 = peg$c0;
              peg$currPos += 5;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c1);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = peg$parsespace();
              if (s2 !== peg$FAILED) {
                s3 = peg$parseschema();
                if (s3 !== peg$FAILED) {
                  if (input.charCodeAt(peg$currPos) === 46) {
                    s4 = peg$c2;
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c3);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    s5 = peg$parsetablename();
                    if (s5 !== peg$FAILED) {
                      if (input.charCodeAt(peg$currPos) === 58) {
                        s6 = peg$c4;
                        peg$currPos++;
                      } else {
                        s6 = peg$FAILED;
                        if (peg$silentFails === 0) {
                          peg$fail(peg$c5);
                        }
                      }
                      if (s6 !== peg$FAILED) {
                        s7 = peg$parsespace();
                        if (s7 !== peg$FAILED) {
                          s8 = peg$parseaction();
                          if (s8 !== peg$FAILED) {
                            if (input.charCodeAt(peg$currPos) === 58) {
                              s9 = peg$c4;
                              peg$currPos++;
                            } else {
                              s9 = peg$FAILED;
                              if (peg$silentFails === 0) {
                                peg$fail(peg$c5);
                              }
                            }
                            if (s9 !== peg$FAILED) {
                              s10 = peg$parsedata();
                              if (s10 !== peg$FAILED) {
                                peg$savedPos = s0;
                                s1 = peg$c6(s3, s5, s8, s10);
                                s0 = s1;
                              } else {
                                peg$currPos = s0;
                                s0 = peg$FAILED;
                              }
                            } else {
                              peg$currPos = s0;
                              s0 = peg$FAILED;
                            }
                          } else {
                            peg$currPos = s0;
                            s0 = peg$FAILED;
                          }
                        } else {
                          peg$currPos = s0;
                          s0 = peg$FAILED;
                        }
                      } else {
                        peg$currPos = s0;
                        s0 = peg$FAILED;
                      }
                    } else {
                      peg$currPos = s0;
                      s0 = peg$FAILED;
                    }
                  } else {
                    peg$currPos = s0;
                    s0 = peg$FAILED;
                  }
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsetrx() {
            var s0;
            s0 = peg$parsetrx_begin();
            if (s0 === peg$FAILED) {
              s0 = peg$parsetrx_commit();
            }
            return s0;
          }
          function peg$parsetrx_begin() {
            var s0, s1, s2;
            s0 = peg$currPos;
            if (input.substr(peg$currPos, 5) === peg$c7) {
              s1 = peg$c7;
              peg$currPos += 5;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c8);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = peg$parsetrx_id();
              if (s2 === peg$FAILED) {
                s2 = null;
              }
              if (s2 !== peg$FAILED) {
                peg$savedPos = s0;
                s1 = peg$c9(s2);
                s0 = s1;
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsetrx_commit() {
            var s0, s1, s2, s3;
            s0 = peg$currPos;
            if (input.substr(peg$currPos, 6) === peg$c10) {
              s1 = peg$c10;
              peg$currPos += 6;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c11);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = peg$parsetrx_id();
              if (s2 === peg$FAILED) {
                s2 = null;
              }
              if (s2 !== peg$FAILED) {
                s3 = peg$parsetrx_tm();
                if (s3 === peg$FAILED) {
                  s3 = null;
                }
                if (s3 !== peg$FAILED) {
                  peg$savedPos = s0;
                  s1 = peg$c12(s2, s3);
                  s0 = s1;
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsetrx_id() {
            var s0, s1, s2, s3;
            s0 = peg$currPos;
            s1 = peg$parsespace();
            if (s1 !== peg$FAILED) {
              s2 = [];
              if (peg$c13.test(input.charAt(peg$currPos))) {
                s3 = input.charAt(peg$currPos);
                peg$currPos++;
              } else {
                s3 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c14);
                }
              }
              if (s3 !== peg$FAILED) {
                while (s3 !== peg$FAILED) {
                  s2.push(s3);
                  if (peg$c13.test(input.charAt(peg$currPos))) {
                    s3 = input.charAt(peg$currPos);
                    peg$currPos++;
                  } else {
                    s3 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c14);
                    }
                  }
                }
              } else {
                s2 = peg$FAILED;
              }
              if (s2 !== peg$FAILED) {
                peg$savedPos = s0;
                s1 = peg$c15(s2);
                s0 = s1;
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsetrx_tm() {
            var s0, s1, s2, s3, s4;
            s0 = peg$currPos;
            s1 = peg$parsespace();
            if (s1 !== peg$FAILED) {
              if (input.substr(peg$currPos, 4) === peg$c16) {
                s2 = peg$c16;
                peg$currPos += 4;
              } else {
                s2 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c17);
                }
              }
              if (s2 !== peg$FAILED) {
                s3 = [];
                if (peg$c18.test(input.charAt(peg$currPos))) {
                  s4 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s4 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c19);
                  }
                }
                if (s4 !== peg$FAILED) {
                  while (s4 !== peg$FAILED) {
                    s3.push(s4);
                    if (peg$c18.test(input.charAt(peg$currPos))) {
                      s4 = input.charAt(peg$currPos);
                      peg$currPos++;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c19);
                      }
                    }
                  }
                } else {
                  s3 = peg$FAILED;
                }
                if (s3 !== peg$FAILED) {
                  if (input.charCodeAt(peg$currPos) === 41) {
                    s4 = peg$c20;
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c21);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    peg$savedPos = s0;
                    s1 = peg$c15(s3);
                    s0 = s1;
                  } else {
                    peg$currPos = s0;
                    s0 = peg$FAILED;
                  }
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsespace() {
            var s0, s1;
            s0 = [];
            if (input.charCodeAt(peg$currPos) === 32) {
              s1 = peg$c22;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c23);
              }
            }
            if (s1 !== peg$FAILED) {
              while (s1 !== peg$FAILED) {
                s0.push(s1);
                if (input.charCodeAt(peg$currPos) === 32) {
                  s1 = peg$c22;
                  peg$currPos++;
                } else {
                  s1 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c23);
                  }
                }
              }
            } else {
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parseempty() {
            var s0;
            s0 = peg$c24;
            return s0;
          }
          function peg$parseschema() {
            var s0;
            s0 = peg$parsedouble_quote_escaped_string();
            if (s0 === peg$FAILED) {
              s0 = peg$parsedot_terminated_string();
            }
            return s0;
          }
          function peg$parsetablename() {
            var s0;
            s0 = peg$parsedouble_quote_escaped_string();
            if (s0 === peg$FAILED) {
              s0 = peg$parsecolon_terminated_string();
            }
            return s0;
          }
          function peg$parsefieldname() {
            var s0;
            s0 = peg$parsedouble_quote_escaped_string();
            if (s0 === peg$FAILED) {
              s0 = peg$parsebraket_start_terminated_string();
            }
            return s0;
          }
          function peg$parsedatatype() {
            var s0, s1, s2, s3;
            s0 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 91) {
              s1 = peg$c25;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c26);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = peg$parsebraket_end_terminated_string();
              if (s2 !== peg$FAILED) {
                if (input.charCodeAt(peg$currPos) === 93) {
                  s3 = peg$c27;
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c28);
                  }
                }
                if (s3 !== peg$FAILED) {
                  peg$savedPos = s0;
                  s1 = peg$c29(s2);
                  s0 = s1;
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsevalue() {
            var s0, s1;
            s0 = peg$currPos;
            if (input.substr(peg$currPos, 4) === peg$c30) {
              s1 = peg$c30;
              peg$currPos += 4;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c31);
              }
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c32();
            }
            s0 = s1;
            if (s0 === peg$FAILED) {
              s0 = peg$parsesingle_quote_escaped_string();
              if (s0 === peg$FAILED) {
                s0 = peg$parsespace_terminated_string();
              }
            }
            return s0;
          }
          function peg$parsedouble_quote_escaped_string() {
            var s0, s1, s2, s3, s4;
            s0 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 34) {
              s1 = peg$c33;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c34);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = [];
              s3 = [];
              if (peg$c35.test(input.charAt(peg$currPos))) {
                s4 = input.charAt(peg$currPos);
                peg$currPos++;
              } else {
                s4 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c36);
                }
              }
              if (s4 !== peg$FAILED) {
                while (s4 !== peg$FAILED) {
                  s3.push(s4);
                  if (peg$c35.test(input.charAt(peg$currPos))) {
                    s4 = input.charAt(peg$currPos);
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c36);
                    }
                  }
                }
              } else {
                s3 = peg$FAILED;
              }
              if (s3 === peg$FAILED) {
                if (peg$c37.test(input.charAt(peg$currPos))) {
                  s3 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c38);
                  }
                }
                if (s3 === peg$FAILED) {
                  s3 = peg$currPos;
                  if (input.substr(peg$currPos, 2) === peg$c39) {
                    s4 = peg$c39;
                    peg$currPos += 2;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c40);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    peg$savedPos = s3;
                    s4 = peg$c41();
                  }
                  s3 = s4;
                }
              }
              while (s3 !== peg$FAILED) {
                s2.push(s3);
                s3 = [];
                if (peg$c35.test(input.charAt(peg$currPos))) {
                  s4 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s4 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c36);
                  }
                }
                if (s4 !== peg$FAILED) {
                  while (s4 !== peg$FAILED) {
                    s3.push(s4);
                    if (peg$c35.test(input.charAt(peg$currPos))) {
                      s4 = input.charAt(peg$currPos);
                      peg$currPos++;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c36);
                      }
                    }
                  }
                } else {
                  s3 = peg$FAILED;
                }
                if (s3 === peg$FAILED) {
                  if (peg$c37.test(input.charAt(peg$currPos))) {
                    s3 = input.charAt(peg$currPos);
                    peg$currPos++;
                  } else {
                    s3 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c38);
                    }
                  }
                  if (s3 === peg$FAILED) {
                    s3 = peg$currPos;
                    if (input.substr(peg$currPos, 2) === peg$c39) {
                      s4 = peg$c39;
                      peg$currPos += 2;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c40);
                      }
                    }
                    if (s4 !== peg$FAILED) {
                      peg$savedPos = s3;
                      s4 = peg$c41();
                    }
                    s3 = s4;
                  }
                }
              }
              if (s2 !== peg$FAILED) {
                if (input.charCodeAt(peg$currPos) === 34) {
                  s3 = peg$c33;
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c34);
                  }
                }
                if (s3 !== peg$FAILED) {
                  peg$savedPos = s0;
                  s1 = peg$c42(s2);
                  s0 = s1;
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsesingle_quote_escaped_string() {
            var s0, s1, s2, s3, s4;
            s0 = peg$currPos;
            if (input.charCodeAt(peg$currPos) === 39) {
              s1 = peg$c43;
              peg$currPos++;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c44);
              }
            }
            if (s1 !== peg$FAILED) {
              s2 = [];
              s3 = [];
              if (peg$c45.test(input.charAt(peg$currPos))) {
                s4 = input.charAt(peg$currPos);
                peg$currPos++;
              } else {
                s4 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c46);
                }
              }
              if (s4 !== peg$FAILED) {
                while (s4 !== peg$FAILED) {
                  s3.push(s4);
                  if (peg$c45.test(input.charAt(peg$currPos))) {
                    s4 = input.charAt(peg$currPos);
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c46);
                    }
                  }
                }
              } else {
                s3 = peg$FAILED;
              }
              if (s3 === peg$FAILED) {
                if (peg$c37.test(input.charAt(peg$currPos))) {
                  s3 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c38);
                  }
                }
                if (s3 === peg$FAILED) {
                  s3 = peg$currPos;
                  if (input.substr(peg$currPos, 2) === peg$c47) {
                    s4 = peg$c47;
                    peg$currPos += 2;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c48);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    peg$savedPos = s3;
                    s4 = peg$c49();
                  }
                  s3 = s4;
                }
              }
              while (s3 !== peg$FAILED) {
                s2.push(s3);
                s3 = [];
                if (peg$c45.test(input.charAt(peg$currPos))) {
                  s4 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s4 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c46);
                  }
                }
                if (s4 !== peg$FAILED) {
                  while (s4 !== peg$FAILED) {
                    s3.push(s4);
                    if (peg$c45.test(input.charAt(peg$currPos))) {
                      s4 = input.charAt(peg$currPos);
                      peg$currPos++;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c46);
                      }
                    }
                  }
                } else {
                  s3 = peg$FAILED;
                }
                if (s3 === peg$FAILED) {
                  if (peg$c37.test(input.charAt(peg$currPos))) {
                    s3 = input.charAt(peg$currPos);
                    peg$currPos++;
                  } else {
                    s3 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c38);
                    }
                  }
                  if (s3 === peg$FAILED) {
                    s3 = peg$currPos;
                    if (input.substr(peg$currPos, 2) === peg$c47) {
                      s4 = peg$c47;
                      peg$currPos += 2;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c48);
                      }
                    }
                    if (s4 !== peg$FAILED) {
                      peg$savedPos = s3;
                      s4 = peg$c49();
                    }
                    s3 = s4;
                  }
                }
              }
              if (s2 !== peg$FAILED) {
                if (input.charCodeAt(peg$currPos) === 39) {
                  s3 = peg$c43;
                  peg$currPos++;
                } else {
                  s3 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c44);
                  }
                }
                if (s3 !== peg$FAILED) {
                  peg$savedPos = s0;
                  s1 = peg$c42(s2);
                  s0 = s1;
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsedot_terminated_string() {
            var s0, s1, s2;
            s0 = peg$currPos;
            s1 = [];
            if (peg$c50.test(input.charAt(peg$currPos))) {
              s2 = input.charAt(peg$currPos);
              peg$currPos++;
            } else {
              s2 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c51);
              }
            }
            if (s2 !== peg$FAILED) {
              while (s2 !== peg$FAILED) {
                s1.push(s2);
                if (peg$c50.test(input.charAt(peg$currPos))) {
                  s2 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s2 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c51);
                  }
                }
              }
            } else {
              s1 = peg$FAILED;
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c15(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parsespace_terminated_string() {
            var s0, s1, s2;
            s0 = peg$currPos;
            s1 = [];
            if (peg$c52.test(input.charAt(peg$currPos))) {
              s2 = input.charAt(peg$currPos);
              peg$currPos++;
            } else {
              s2 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c53);
              }
            }
            if (s2 !== peg$FAILED) {
              while (s2 !== peg$FAILED) {
                s1.push(s2);
                if (peg$c52.test(input.charAt(peg$currPos))) {
                  s2 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s2 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c53);
                  }
                }
              }
            } else {
              s1 = peg$FAILED;
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c15(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parsecolon_terminated_string() {
            var s0, s1, s2;
            s0 = peg$currPos;
            s1 = [];
            if (peg$c54.test(input.charAt(peg$currPos))) {
              s2 = input.charAt(peg$currPos);
              peg$currPos++;
            } else {
              s2 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c55);
              }
            }
            if (s2 !== peg$FAILED) {
              while (s2 !== peg$FAILED) {
                s1.push(s2);
                if (peg$c54.test(input.charAt(peg$currPos))) {
                  s2 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s2 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c55);
                  }
                }
              }
            } else {
              s1 = peg$FAILED;
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c15(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parsebraket_start_terminated_string() {
            var s0, s1, s2;
            s0 = peg$currPos;
            s1 = [];
            if (peg$c56.test(input.charAt(peg$currPos))) {
              s2 = input.charAt(peg$currPos);
              peg$currPos++;
            } else {
              s2 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c57);
              }
            }
            if (s2 !== peg$FAILED) {
              while (s2 !== peg$FAILED) {
                s1.push(s2);
                if (peg$c56.test(input.charAt(peg$currPos))) {
                  s2 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s2 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c57);
                  }
                }
              }
            } else {
              s1 = peg$FAILED;
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c15(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parsebraket_end_terminated_string() {
            var s0, s1, s2;
            s0 = peg$currPos;
            s1 = [];
            if (peg$c58.test(input.charAt(peg$currPos))) {
              s2 = input.charAt(peg$currPos);
              peg$currPos++;
            } else {
              s2 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c59);
              }
            }
            if (s2 !== peg$FAILED) {
              while (s2 !== peg$FAILED) {
                s1.push(s2);
                if (peg$c58.test(input.charAt(peg$currPos))) {
                  s2 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s2 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c59);
                  }
                }
              }
            } else {
              s1 = peg$FAILED;
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c15(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parseaction() {
            var s0, s1;
            s0 = peg$currPos;
            if (input.substr(peg$currPos, 6) === peg$c60) {
              s1 = peg$c60;
              peg$currPos += 6;
            } else {
              s1 = peg$FAILED;
              if (peg$silentFails === 0) {
                peg$fail(peg$c61);
              }
            }
            if (s1 === peg$FAILED) {
              if (input.substr(peg$currPos, 6) === peg$c62) {
                s1 = peg$c62;
                peg$currPos += 6;
              } else {
                s1 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c63);
                }
              }
              if (s1 === peg$FAILED) {
                if (input.substr(peg$currPos, 6) === peg$c64) {
                  s1 = peg$c64;
                  peg$currPos += 6;
                } else {
                  s1 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c65);
                  }
                }
              }
            }
            if (s1 !== peg$FAILED) {
              peg$savedPos = s0;
              s1 = peg$c29(s1);
            }
            s0 = s1;
            return s0;
          }
          function peg$parsedatum() {
            var s0, s1, s2, s3, s4, s5;
            s0 = peg$currPos;
            s1 = peg$parsespace();
            if (s1 !== peg$FAILED) {
              s2 = peg$parsefieldname();
              if (s2 !== peg$FAILED) {
                s3 = peg$parsedatatype();
                if (s3 !== peg$FAILED) {
                  if (input.charCodeAt(peg$currPos) === 58) {
                    s4 = peg$c4;
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c5);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    s5 = peg$parsevalue();
                    if (s5 !== peg$FAILED) {
                      peg$savedPos = s0;
                      s1 = peg$c66(s2, s3, s5);
                      s0 = s1;
                    } else {
                      peg$currPos = s0;
                      s0 = peg$FAILED;
                    }
                  } else {
                    peg$currPos = s0;
                    s0 = peg$FAILED;
                  }
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            return s0;
          }
          function peg$parsedata() {
            var s0, s1, s2, s3, s4;
            s0 = peg$currPos;
            s1 = peg$parsespace();
            if (s1 !== peg$FAILED) {
              if (input.charCodeAt(peg$currPos) === 40) {
                s2 = peg$c67;
                peg$currPos++;
              } else {
                s2 = peg$FAILED;
                if (peg$silentFails === 0) {
                  peg$fail(peg$c68);
                }
              }
              if (s2 !== peg$FAILED) {
                s3 = [];
                if (peg$c69.test(input.charAt(peg$currPos))) {
                  s4 = input.charAt(peg$currPos);
                  peg$currPos++;
                } else {
                  s4 = peg$FAILED;
                  if (peg$silentFails === 0) {
                    peg$fail(peg$c70);
                  }
                }
                if (s4 !== peg$FAILED) {
                  while (s4 !== peg$FAILED) {
                    s3.push(s4);
                    if (peg$c69.test(input.charAt(peg$currPos))) {
                      s4 = input.charAt(peg$currPos);
                      peg$currPos++;
                    } else {
                      s4 = peg$FAILED;
                      if (peg$silentFails === 0) {
                        peg$fail(peg$c70);
                      }
                    }
                  }
                } else {
                  s3 = peg$FAILED;
                }
                if (s3 !== peg$FAILED) {
                  if (input.charCodeAt(peg$currPos) === 41) {
                    s4 = peg$c20;
                    peg$currPos++;
                  } else {
                    s4 = peg$FAILED;
                    if (peg$silentFails === 0) {
                      peg$fail(peg$c21);
                    }
                  }
                  if (s4 !== peg$FAILED) {
                    peg$savedPos = s0;
                    s1 = peg$c71(s3);
                    s0 = s1;
                  } else {
                    peg$currPos = s0;
                    s0 = peg$FAILED;
                  }
                } else {
                  peg$currPos = s0;
                  s0 = peg$FAILED;
                }
              } else {
                peg$currPos = s0;
                s0 = peg$FAILED;
              }
            } else {
              peg$currPos = s0;
              s0 = peg$FAILED;
            }
            if (s0 === peg$FAILED) {
              s0 = [];
              s1 = peg$parsedatum();
              if (s1 !== peg$FAILED) {
                while (s1 !== peg$FAILED) {
                  s0.push(s1);
                  s1 = peg$parsedatum();
                }
              } else {
                s0 = peg$FAILED;
              }
            }
            return s0;
          }
          peg$result = peg$startRuleFunction();
          if (peg$result !== peg$FAILED && peg$currPos === input.length) {
            return peg$result;
          } else {
            if (peg$result !== peg$FAILED && peg$currPos < input.length) {
              peg$fail(peg$endExpectation());
            }
            throw peg$buildStructuredError(peg$maxFailExpected, peg$maxFailPos < input.length ? input.charAt(peg$maxFailPos) : null, peg$maxFailPos < input.length ? peg$computeLocation(peg$maxFailPos, peg$maxFailPos + 1) : peg$computeLocation(peg$maxFailPos, peg$maxFailPos));
          }
        }
        return {
          SyntaxError: peg$SyntaxError,
          parse: peg$parse
        };
      })()
    );
    module.exports = _module;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/test_decoding/test-decoding-plugin.js
var require_test_decoding_plugin = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/test_decoding/test-decoding-plugin.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.TestDecodingPlugin = void 0;
    var abstract_plugin_js_1 = require_abstract_plugin();
    var decoder2 = require_decoder();
    var TestDecodingPlugin = class extends abstract_plugin_js_1.AbstractPlugin {
      constructor(options) {
        super(options || {});
      }
      get name() {
        return "test_decoding";
      }
      async start(client, slotName2, lastLsn) {
        const options = [
          `"include-xids" '${this.options.includeXids === true ? "on" : "off"}'`,
          `"include-timestamp" '${this.options.includeTimestamp === true ? "on" : "off"}'`
        ];
        if (this.options.skipEmptyXacts)
          options.push(`"skip-empty-xacts" 'on'`);
        if (this.options.includeRewrites)
          options.push(`"include-rewrites" 'on'`);
        if (this.options.includeSequences)
          options.push(`"include-sequences" 'on'`);
        if (this.options.streamChanges)
          options.push(`"stream-changes" 'on'`);
        const sql = `START_REPLICATION SLOT "${slotName2}" LOGICAL ${lastLsn} (${options.join(" , ")})`;
        return client.query(sql);
      }
      parse(buffer) {
        return decoder2.parse(buffer.toString(), {});
      }
    };
    exports.TestDecodingPlugin = TestDecodingPlugin;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/pgoutput/binary-reader.js
var require_binary_reader = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/pgoutput/binary-reader.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.BinaryReader = void 0;
    var textDecoder = new TextDecoder();
    var BinaryReader = class {
      _b;
      _p = 0;
      constructor(_b) {
        this._b = _b;
      }
      readUint8() {
        this.checkSize(1);
        return this._b[this._p++];
      }
      readInt16() {
        this.checkSize(2);
        return this._b[this._p++] << 8 | this._b[this._p++];
      }
      readInt32() {
        this.checkSize(4);
        return this._b[this._p++] << 24 | this._b[this._p++] << 16 | this._b[this._p++] << 8 | this._b[this._p++];
      }
      readString() {
        const endIdx = this._b.indexOf(0, this._p);
        if (endIdx < 0) {
          throw Error("unexpected end of message");
        }
        const strBuf = this._b.subarray(this._p, endIdx);
        this._p = endIdx + 1;
        return this.decodeText(strBuf);
      }
      decodeText(strBuf) {
        return textDecoder.decode(strBuf);
      }
      read(n) {
        this.checkSize(n);
        return this._b.subarray(this._p, this._p += n);
      }
      checkSize(n) {
        if (this._b.length < this._p + n) {
          throw Error("unexpected end of message");
        }
      }
      array(length, fn) {
        return Array.from({ length }, fn, this);
      }
      // replication helpers
      readLsn() {
        const h = this.readUint32();
        const l = this.readUint32();
        if (h === 0 && l === 0) {
          return null;
        }
        return `${h.toString(16).padStart(8, "0")}/${l.toString(16).padStart(8, "0")}`.toUpperCase();
      }
      readTime() {
        return this.readUint64() + BigInt("946684800000000");
      }
      readUint64() {
        return BigInt(this.readUint32()) << BigInt(32) | BigInt(this.readUint32());
      }
      readUint32() {
        return this.readInt32() >>> 0;
      }
    };
    exports.BinaryReader = BinaryReader;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput-parser.js
var require_pgoutput_parser = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput-parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PgoutputParser = void 0;
    var pg_1 = require_lib2();
    var binary_reader_js_1 = require_binary_reader();
    var PgoutputParser = class {
      _typeCache = /* @__PURE__ */ new Map();
      _relationCache = /* @__PURE__ */ new Map();
      parse(buf) {
        const reader = new binary_reader_js_1.BinaryReader(buf);
        const tag = reader.readUint8();
        switch (tag) {
          case 66:
            return this.msgBegin(reader);
          case 79:
            return this.msgOrigin(reader);
          case 89:
            return this.msgType(reader);
          case 82:
            return this.msgRelation(reader);
          case 73:
            return this.msgInsert(reader);
          case 85:
            return this.msgUpdate(reader);
          case 68:
            return this.msgDelete(reader);
          case 84:
            return this.msgTruncate(reader);
          case 77:
            return this.msgMessage(reader);
          case 67:
            return this.msgCommit(reader);
          default:
            throw Error("unknown pgoutput message");
        }
      }
      msgBegin(reader) {
        return {
          tag: "begin",
          commitLsn: reader.readLsn(),
          commitTime: reader.readTime(),
          xid: reader.readInt32()
        };
      }
      msgOrigin(reader) {
        return {
          tag: "origin",
          originLsn: reader.readLsn(),
          originName: reader.readString()
        };
      }
      msgType(reader) {
        const typeOid = reader.readInt32();
        const typeSchema = reader.readString();
        const typeName = reader.readString();
        this._typeCache.set(typeOid, { typeSchema, typeName });
        return { tag: "type", typeOid, typeSchema, typeName };
      }
      msgRelation(reader) {
        const relationOid = reader.readInt32();
        const schema = reader.readString();
        const name = reader.readString();
        const replicaIdentity = this.readRelationReplicaIdentity(reader);
        const columns = reader.array(reader.readInt16(), () => this.readRelationColumn(reader));
        const keyColumns = columns.filter((it) => it.flags & 1).map((it) => it.name);
        const msg = {
          tag: "relation",
          relationOid,
          schema,
          name,
          replicaIdentity,
          columns,
          keyColumns
        };
        this._relationCache.set(relationOid, msg);
        return msg;
      }
      readRelationReplicaIdentity(reader) {
        const ident = reader.readUint8();
        switch (ident) {
          case 100:
            return "default";
          case 110:
            return "nothing";
          case 102:
            return "full";
          case 105:
            return "index";
          default:
            throw Error(`unknown replica identity ${String.fromCharCode(ident)}`);
        }
      }
      readRelationColumn(reader) {
        const flags = reader.readUint8();
        const name = reader.readString();
        const typeOid = reader.readInt32();
        const typeMod = reader.readInt32();
        return {
          flags,
          name,
          typeOid,
          typeMod,
          typeSchema: null,
          typeName: null,
          // TODO resolve builtin type names?
          ...this._typeCache.get(typeOid),
          parser: pg_1.types.getTypeParser(typeOid)
        };
      }
      msgInsert(reader) {
        const relation = this._relationCache.get(reader.readInt32());
        if (!relation) {
          throw Error("missing relation");
        }
        reader.readUint8();
        return {
          tag: "insert",
          relation,
          new: this.readTuple(reader, relation)
        };
      }
      msgUpdate(reader) {
        const relation = this._relationCache.get(reader.readInt32());
        if (!relation) {
          throw Error("missing relation");
        }
        let key = null;
        let old = null;
        let new_ = null;
        const subMsgKey = reader.readUint8();
        if (subMsgKey === 75) {
          key = this.readKeyTuple(reader, relation);
          reader.readUint8();
          new_ = this.readTuple(reader, relation);
        } else if (subMsgKey === 79) {
          old = this.readTuple(reader, relation);
          reader.readUint8();
          new_ = this.readTuple(reader, relation, old);
        } else if (subMsgKey === 78) {
          new_ = this.readTuple(reader, relation);
        } else {
          throw Error(`unknown submessage key ${String.fromCharCode(subMsgKey)}`);
        }
        return { tag: "update", relation, key, old, new: new_ };
      }
      msgDelete(reader) {
        const relation = this._relationCache.get(reader.readInt32());
        if (!relation) {
          throw Error("missing relation");
        }
        let key = null;
        let old = null;
        const subMsgKey = reader.readUint8();
        if (subMsgKey === 75) {
          key = this.readKeyTuple(reader, relation);
        } else if (subMsgKey === 79) {
          old = this.readTuple(reader, relation);
        } else {
          throw Error(`unknown submessage key ${String.fromCharCode(subMsgKey)}`);
        }
        return { tag: "delete", relation, key, old };
      }
      readKeyTuple(reader, relation) {
        const tuple = this.readTuple(reader, relation);
        const key = /* @__PURE__ */ Object.create(null);
        for (const k of relation.keyColumns) {
          key[k] = tuple[k] === null ? void 0 : tuple[k];
        }
        return key;
      }
      readTuple(reader, { columns }, unchangedToastFallback) {
        const nfields = reader.readInt16();
        const tuple = /* @__PURE__ */ Object.create(null);
        for (let i = 0; i < nfields; i++) {
          const { name, parser } = columns[i];
          const kind = reader.readUint8();
          switch (kind) {
            case 98:
              const bsize = reader.readInt32();
              const bval = reader.read(bsize);
              tuple[name] = bval;
              break;
            case 116:
              const valsize = reader.readInt32();
              const valbuf = reader.read(valsize);
              const valtext = reader.decodeText(valbuf);
              tuple[name] = parser(valtext);
              break;
            case 110:
              tuple[name] = null;
              break;
            case 117:
              tuple[name] = unchangedToastFallback?.[name];
              break;
            default:
              throw Error(`unknown attribute kind ${String.fromCharCode(kind)}`);
          }
        }
        return tuple;
      }
      msgTruncate(reader) {
        const nrels = reader.readInt32();
        const flags = reader.readUint8();
        return {
          tag: "truncate",
          cascade: Boolean(flags & 1),
          restartIdentity: Boolean(flags & 2),
          relations: reader.array(nrels, () => this._relationCache.get(reader.readInt32()))
        };
      }
      msgMessage(reader) {
        const flags = reader.readUint8();
        return {
          tag: "message",
          flags,
          transactional: Boolean(flags & 1),
          messageLsn: reader.readLsn(),
          prefix: reader.readString(),
          content: reader.read(reader.readInt32())
        };
      }
      msgCommit(reader) {
        return {
          tag: "commit",
          flags: reader.readUint8(),
          // reserved unused
          commitLsn: reader.readLsn(),
          // should be the same as begin.commitLsn
          commitEndLsn: reader.readLsn(),
          commitTime: reader.readTime()
        };
      }
    };
    exports.PgoutputParser = PgoutputParser;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput-plugin.js
var require_pgoutput_plugin = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput-plugin.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PgoutputPlugin = void 0;
    var abstract_plugin_js_1 = require_abstract_plugin();
    var pgoutput_parser_js_1 = require_pgoutput_parser();
    var PgoutputPlugin2 = class extends abstract_plugin_js_1.AbstractPlugin {
      parser;
      constructor(options) {
        super(options);
        this.parser = new pgoutput_parser_js_1.PgoutputParser();
      }
      get name() {
        return "pgoutput";
      }
      parse(buffer) {
        return this.parser.parse(buffer);
      }
      start(client, slotName2, lastLsn) {
        const options = [
          `proto_version '${this.options.protoVersion}'`,
          `publication_names '${this.options.publicationNames.join(",")}'`,
          `messages '${this.options.messages ?? false}'`
        ];
        const sql = `START_REPLICATION SLOT "${slotName2}" LOGICAL ${lastLsn} (${options.join(", ")})`;
        return client.query(sql);
      }
    };
    exports.PgoutputPlugin = PgoutputPlugin2;
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput.types.js
var require_pgoutput_types = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/pgoutput/pgoutput.types.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/pgoutput/index.js
var require_pgoutput = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/pgoutput/index.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports && exports.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __exportStar = exports && exports.__exportStar || function(m, exports2) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports2, p)) __createBinding(exports2, m, p);
    };
    var __importStar = exports && exports.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Pgoutput = void 0;
    __exportStar(require_pgoutput_plugin(), exports);
    exports.Pgoutput = __importStar(require_pgoutput_types());
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin-options.type.js
var require_wal2json_plugin_options_type = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin-options.type.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.StringOptionKeys = void 0;
    exports.StringOptionKeys = [
      "filterOrigins",
      "filterTables",
      "addTables",
      "filterMsgPrefixes",
      "addMsgPrefixes",
      "formatVersion",
      "actions"
    ];
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin-output.type.js
var require_wal2json_plugin_output_type = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin-output.type.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin.js
var require_wal2json_plugin = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/wal2json/wal2json-plugin.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Wal2JsonPlugin = void 0;
    var abstract_plugin_js_1 = require_abstract_plugin();
    var wal2json_plugin_options_type_js_1 = require_wal2json_plugin_options_type();
    var Wal2JsonPlugin = class extends abstract_plugin_js_1.AbstractPlugin {
      constructor(options) {
        super(options || {});
      }
      get name() {
        return "wal2json";
      }
      async start(client, slotName2, lastLsn) {
        const options = [];
        Object.entries(this.options).map(([key, value]) => {
          if (wal2json_plugin_options_type_js_1.StringOptionKeys.includes(key))
            options.push(`"${dashCase(key)}" '${value}'`);
          else
            options.push(`"${dashCase(key)}" '${value ? "on" : "off"}'`);
        });
        let sql = `START_REPLICATION SLOT "${slotName2}" LOGICAL ${lastLsn}`;
        if (options.length > 0)
          sql += ` (${options.join(" , ")})`;
        return client.query(sql);
      }
      parse(buffer) {
        return JSON.parse(buffer.toString());
      }
    };
    exports.Wal2JsonPlugin = Wal2JsonPlugin;
    function dashCase(str) {
      return (str || "").replace(/[A-Z]/g, (found) => "-" + found.toLowerCase());
    }
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/decoderbufs-plugin-output.type.js
var require_decoderbufs_plugin_output_type = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/decoderbufs-plugin-output.type.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ProtocolBuffersOperation = void 0;
    var ProtocolBuffersOperation;
    (function(ProtocolBuffersOperation2) {
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["UNKNOWN"] = -1] = "UNKNOWN";
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["INSERT"] = 0] = "INSERT";
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["UPDATE"] = 1] = "UPDATE";
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["DELETE"] = 2] = "DELETE";
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["BEGIN"] = 3] = "BEGIN";
      ProtocolBuffersOperation2[ProtocolBuffersOperation2["COMMIT"] = 4] = "COMMIT";
    })(ProtocolBuffersOperation || (exports.ProtocolBuffersOperation = ProtocolBuffersOperation = {}));
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/pg_logicaldec.proto.js
var require_pg_logicaldec_proto = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/pg_logicaldec.proto.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = {
      "nested": {
        "decoderbufs": {
          "options": {
            "java_package": "io.debezium.connector.postgresql.proto",
            "java_outer_classname": "PgProto",
            "optimize_for": "SPEED"
          },
          "nested": {
            "Op": {
              "values": {
                "UNKNOWN": -1,
                "INSERT": 0,
                "UPDATE": 1,
                "DELETE": 2,
                "BEGIN": 3,
                "COMMIT": 4
              }
            },
            "Point": {
              "fields": {
                "x": {
                  "rule": "required",
                  "type": "double",
                  "id": 1
                },
                "y": {
                  "rule": "required",
                  "type": "double",
                  "id": 2
                }
              }
            },
            "DatumMessage": {
              "oneofs": {
                "datum": {
                  "oneof": [
                    "datumInt32",
                    "datumInt64",
                    "datumFloat",
                    "datumDouble",
                    "datumBool",
                    "datumString",
                    "datumBytes",
                    "datumPoint",
                    "datumMissing"
                  ]
                }
              },
              "fields": {
                "columnName": {
                  "type": "string",
                  "id": 1
                },
                "columnType": {
                  "type": "int64",
                  "id": 2
                },
                "datumInt32": {
                  "type": "int32",
                  "id": 3
                },
                "datumInt64": {
                  "type": "int64",
                  "id": 4
                },
                "datumFloat": {
                  "type": "float",
                  "id": 5
                },
                "datumDouble": {
                  "type": "double",
                  "id": 6
                },
                "datumBool": {
                  "type": "bool",
                  "id": 7
                },
                "datumString": {
                  "type": "string",
                  "id": 8
                },
                "datumBytes": {
                  "type": "bytes",
                  "id": 9
                },
                "datumPoint": {
                  "type": "Point",
                  "id": 10
                },
                "datumMissing": {
                  "type": "bool",
                  "id": 11
                }
              }
            },
            "TypeInfo": {
              "fields": {
                "modifier": {
                  "rule": "required",
                  "type": "string",
                  "id": 1
                },
                "valueOptional": {
                  "rule": "required",
                  "type": "bool",
                  "id": 2
                }
              }
            },
            "RowMessage": {
              "fields": {
                "transactionId": {
                  "type": "uint32",
                  "id": 1
                },
                "commitTime": {
                  "type": "uint64",
                  "id": 2
                },
                "table": {
                  "type": "string",
                  "id": 3
                },
                "op": {
                  "type": "Op",
                  "id": 4
                },
                "newTuple": {
                  "rule": "repeated",
                  "type": "DatumMessage",
                  "id": 5,
                  "options": {
                    "packed": false
                  }
                },
                "oldTuple": {
                  "rule": "repeated",
                  "type": "DatumMessage",
                  "id": 6,
                  "options": {
                    "packed": false
                  }
                },
                "newTypeinfo": {
                  "rule": "repeated",
                  "type": "TypeInfo",
                  "id": 7,
                  "options": {
                    "packed": false
                  }
                }
              }
            }
          }
        }
      }
    };
  }
});

// node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/decoderbufs-plugin.js
var require_decoderbufs_plugin = __commonJS({
  "node_modules/pg-logical-replication/dist/output-plugins/decoderbufs/decoderbufs-plugin.js"(exports) {
    "use strict";
    var __importDefault = exports && exports.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ProtocolBuffersPlugin = void 0;
    var abstract_plugin_js_1 = require_abstract_plugin();
    var pg_logicaldec_proto_js_1 = __importDefault(require_pg_logicaldec_proto());
    var ProtocolBuffersPlugin = class extends abstract_plugin_js_1.AbstractPlugin {
      proto;
      rowMessage;
      constructor(options) {
        super(options || {});
        try {
          const protobufjs = __require("protobufjs");
          this.proto = protobufjs.Root.fromJSON(pg_logicaldec_proto_js_1.default);
          this.rowMessage = this.proto.lookupType("RowMessage");
        } catch (e) {
          console.error(`To use decoderbufs decoder, you need to install protobufjs package.
https://github.com/protobufjs/protobuf.js`);
          throw e;
        }
      }
      get name() {
        return "decoderbufs";
      }
      async start(client, slotName2, lastLsn) {
        const options = [];
        let sql = `START_REPLICATION SLOT "${slotName2}" LOGICAL ${lastLsn}`;
        if (options.length > 0)
          sql += ` (${options.join(" , ")})`;
        return client.query(sql);
      }
      parse(buffer) {
        return this.rowMessage.decode(buffer);
      }
    };
    exports.ProtocolBuffersPlugin = ProtocolBuffersPlugin;
  }
});

// node_modules/pg-logical-replication/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/pg-logical-replication/dist/index.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __exportStar = exports && exports.__exportStar || function(m, exports2) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports2, p)) __createBinding(exports2, m, p);
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    __exportStar(require_logical_replication_service(), exports);
    __exportStar(require_test_decoding_plugin(), exports);
    __exportStar(require_pgoutput(), exports);
    __exportStar(require_wal2json_plugin_options_type(), exports);
    __exportStar(require_wal2json_plugin_output_type(), exports);
    __exportStar(require_wal2json_plugin(), exports);
    __exportStar(require_decoderbufs_plugin_output_type(), exports);
    __exportStar(require_decoderbufs_plugin(), exports);
  }
});

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
    function visit_(key, node, visitor, path6) {
      const ctrl = callVisitor(key, node, visitor, path6);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path6, ctrl);
        return visit_(key, ctrl, visitor, path6);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path6 = Object.freeze(path6.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path6);
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
          path6 = Object.freeze(path6.concat(node));
          const ck = visit_("key", node.key, visitor, path6);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path6);
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
    async function visitAsync_(key, node, visitor, path6) {
      const ctrl = await callVisitor(key, node, visitor, path6);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path6, ctrl);
        return visitAsync_(key, ctrl, visitor, path6);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path6 = Object.freeze(path6.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path6);
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
          path6 = Object.freeze(path6.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path6);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path6);
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
    function callVisitor(key, node, visitor, path6) {
      if (typeof visitor === "function")
        return visitor(key, node, path6);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path6);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path6);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path6);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path6);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path6);
      return void 0;
    }
    function replaceNode(key, path6, node) {
      const parent = path6[path6.length - 1];
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
          } catch (error2) {
            onError(String(error2));
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
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source;
              throw error2;
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
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
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
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
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
        return value.map((v, i) => toJS(v, String(i), ctx));
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
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
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
    function collectionFromPath(schema, path6, value) {
      let v = value;
      for (let i = path6.length - 1; i >= 0; --i) {
        const k = path6[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path6) => path6 == null || typeof path6 === "object" && !!path6[Symbol.iterator]().next().done;
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
      addIn(path6, value) {
        if (isEmptyPath(path6))
          this.add(value);
        else {
          const [key, ...rest] = path6;
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
      deleteIn(path6) {
        const [key, ...rest] = path6;
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
      getIn(path6, keepScalar) {
        const [key, ...rest] = path6;
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
      hasIn(path6) {
        const [key, ...rest] = path6;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path6, value) {
        const [key, ...rest] = path6;
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
    function indentComment(comment, indent2) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent2 ? comment.replace(/^(?! *$)/gm, indent2) : comment;
    }
    var lineComment = (str, indent2, comment) => str.endsWith("\n") ? indentComment(comment, indent2) : comment.includes("\n") ? "\n" + indentComment(comment, indent2) : (str.endsWith(" ") ? "" : " ") + comment;
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
    function foldFlowLines(text2, indent2, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent2.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent2.length;
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
        i = consumeMoreIndentedLines(text2, i, indent2.length);
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
            i = consumeMoreIndentedLines(text2, i, indent2.length);
          end = i + indent2.length + endStep;
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
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
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
        const fold2 = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold2 === 0)
          res = `
${indent2}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold2])
            res += `${text2[fold2]}\\`;
          res += `
${indent2}${text2.slice(fold2 + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent2) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent2) {
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
      const indent2 = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
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
                str += indent2;
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
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent2, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent2 = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent2}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent2, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
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
      const indent2 = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal3 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent2.length);
      if (!value)
        return literal3 ? "|\n" : ">\n";
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
        end = end.replace(blockEndNewlines, `$&${indent2}`);
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
        start = start.replace(/\n+/g, `$&${indent2}`);
      }
      const indentSize = indent2 ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal3) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent2}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent2, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent2}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent2}`);
      return `|${header}
${indent2}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent: indent2, indentStep, inFlow } = ctx;
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
        if (indent2 === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent2 === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent2}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent2, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
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
      const { allNullValues, doc, indent: indent2, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
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
        indent: indent2 + indentStep
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
${indent2}:`;
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
    function debug2(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning2) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning2);
        else
          console.warn(warning2);
      }
    }
    exports.debug = debug2;
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
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
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
      toJSON(_, ctx) {
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
      const { indent: indent2, options: { commentString } } = ctx;
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
${indent2}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent2);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent: indent2, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
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
${indentStep}${indent2}${line}` : "\n";
          return `${str}
${indent2}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent: indent2, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent2);
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
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
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
      toJSON(_, ctx, Type) {
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
      toJSON(_, ctx) {
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
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
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
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
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
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
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
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
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
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
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
      addIn(path6, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path6, value);
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
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
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
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
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
      deleteIn(path6) {
        if (Collection.isEmptyPath(path6)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path6) : false;
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
      getIn(path6, keepScalar) {
        if (Collection.isEmptyPath(path6))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path6, keepScalar) : void 0;
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
      hasIn(path6) {
        if (Collection.isEmptyPath(path6))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path6) : false;
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
      setIn(path6, value) {
        if (Collection.isEmptyPath(path6)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path6), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path6, value);
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
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
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
    var prettifyError2 = (src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error2.linePos[0];
      error2.message += ` at line ${line}, column ${col}`;
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
        const end = error2.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error2.message += `:

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
    function flowIndentCheck(indent2, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent2 && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
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
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
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
        const [indent2, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent2.length > trimIndent)
            trimIndent = indent2.length;
        } else {
          if (indent2.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent2.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent2.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent2.length + content.length + 1;
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
        let [indent2, content] = lines[i];
        offset += indent2.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent2.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent2 = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent2.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent2.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent2.slice(trimIndent) + content;
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
      let indent2 = 0;
      let chomp = "";
      let error2 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent2 && n)
            indent2 = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
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
      return { mode, indent: indent2, chomp, comment, length };
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
          const { fold: fold2, offset } = foldNewline(source, i);
          res += fold2;
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
      let fold2 = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold2 += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold2)
        fold2 = " ";
      return { fold: fold2, offset };
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
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
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
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
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
        this.onError = (source, code, message, warning2) => {
          const pos = getErrorPos(source);
          if (warning2)
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
            this.directives.add(token.source, (offset, message, warning2) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning2);
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
            const error2 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
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
      const { implicitKey = false, indent: indent2, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent2 > 0 ? " ".repeat(indent2) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent: indent2, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent: indent2, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent: indent2, source: "\n" });
          return { type: "block-scalar", offset, indent: indent2, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent: indent2, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent: indent2, source, end };
        default:
          return { type: "scalar", offset, indent: indent2, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent2 = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent2 === "number")
        indent2 += 2;
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
        implicitKey: implicitKey || indent2 === null,
        indent: indent2 !== null && indent2 > 0 ? " ".repeat(indent2) : "",
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
        const indent2 = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent: indent2, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent: indent2, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent: indent2, props, source: body });
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
          const indent2 = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent: indent2, source, end });
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
    visit.itemAtPath = (cst, path6) => {
      let item = cst;
      for (const [field, index] of path6) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path6) => {
      const parent = visit.itemAtPath(cst, path6.slice(0, -1));
      const field = path6[path6.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path6, item, visitor) {
      let ctrl = visitor(item, path6);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path6.concat([[field, i]])), token.items[i], visitor);
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
            ctrl = ctrl(item, path6);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path6) : ctrl;
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
          let indent2 = 0;
          while (ch === " ")
            ch = this.buffer[++indent2 + offset];
          if (ch === "\r") {
            const next = this.buffer[indent2 + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent2 + 1;
          }
          return ch === "\n" || indent2 >= this.indentNext || !ch && !this.atEnd ? offset + indent2 : -1;
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
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
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
        let indent2 = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent2 = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent2 !== -1 && indent2 < this.indentNext && line[0] !== "#" || indent2 === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty2(line[3])) {
          const atFlowEndMarker = indent2 === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
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
        let indent2 = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent2 += 1;
              break;
            case "\n":
              nl = i2;
              indent2 = 0;
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
        if (indent2 >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent2;
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
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent2 > lastChar)
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
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
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
var require_parser2 = __commonJS({
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
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
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
              const fs3 = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs3, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs3);
              } else {
                Object.assign(it, { key: fs3, sep: [] });
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
              const fs3 = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs3, sep: [] });
              else if (it.sep)
                this.stack.push(fs3);
              else
                Object.assign(it, { key: fs3, sep: [] });
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
      atIndentedComment(start, indent2) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent2)
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
    var parser = require_parser2();
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
      doc.warnings.forEach((warning2) => log.warn(doc.options.logLevel, warning2));
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
        const indent2 = Math.round(options);
        options = indent2 < 1 ? void 0 : indent2 > 8 ? { indent: 8 } : { indent: indent2 };
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
var require_dist3 = __commonJS({
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
    var parser = require_parser2();
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

// src/action.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { resolve as resolve2 } from "node:path";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel2(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve3) {
      resolve3(value);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/config/did-you-mean.ts
function nearestWord(word, candidates) {
  const wanted = fold(word);
  let nearest2;
  let least2 = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate));
    if (distance < least2) {
      least2 = distance;
      nearest2 = candidate;
    }
  }
  return nearest2;
}
function editDistance(from, to) {
  let beforePrevious = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
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

// src/commands/parse-max-duration.ts
function parseMaxDuration(text2) {
  if (text2 === void 0) return void 0;
  if (duration().safeParse(text2).success) return parseDuration(text2);
  throw new IngestError("usage-invalid", `"${text2}" is not a duration.`, {
    solution: "Write a number and a unit, such as 90s, 50m or 2h."
  });
}

// src/commands/action-inputs.ts
var ACTION_COMMANDS = ["validate", "check", "run"];
function parseActionInputs(read) {
  const given = (name) => {
    const value = read(name).trim();
    return value === "" ? void 0 : value;
  };
  return {
    command: parseCommand(given("command") ?? "validate"),
    config: (given("config") ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ""),
    pipeline: given("pipeline"),
    maxDurationMs: parseMaxDuration(given("max-duration")),
    report: given("report"),
    workingDirectory: given("working-directory") ?? ".",
    skip: parseSkip(given("skip"))
  };
}
function parseCommand(word) {
  const command = ACTION_COMMANDS.find((candidate) => candidate === word);
  if (command !== void 0) return command;
  const nearest2 = nearestWord(word, ACTION_COMMANDS);
  throw new IngestError("usage-invalid", `The input command is "${word}".`, {
    solution: `${nearest2 === void 0 ? "" : `Did you mean ${nearest2}? `}It may be ${ACTION_COMMANDS.slice(0, -1).join(", ")} or ${ACTION_COMMANDS.at(-1)}.`
  });
}
function parseSkip(word) {
  if (word === void 0 || word === "source" || word === "target") return word;
  throw new IngestError("usage-invalid", `The input skip is "${word}".`, {
    solution: "It may be source or target: the half that check leaves out."
  });
}

// src/commands/action-outputs.ts
var INITIAL_OUTPUTS = {
  status: "failed",
  "caught-up": "false",
  changes: "0",
  "report-path": ""
};
var WORST_FIRST = [
  "failed",
  "stopped",
  "another-run-active",
  "done",
  "nothing-to-do"
];
function outputsOf({ reports, unfinished }, reportPath) {
  const worst = WORST_FIRST.find((status) => reports.some((report) => report.status === status));
  const caughtUp = unfinished.length === 0 && reports.every((report) => report.caughtUp);
  return {
    status: unfinished.length > 0 && worst !== "failed" ? "stopped" : worst ?? "failed",
    "caught-up": caughtUp ? "true" : "false",
    changes: String(reports.reduce((sum, report) => sum + changesOf(report), 0)),
    "report-path": reportPath
  };
}
function changesOf({ tables }) {
  return tables.reduce((sum, table) => sum + table.changes, 0);
}

// src/ingest/sql-for-people.ts
function quoteTargetForPeople(target, name) {
  if (target.tag === "embedded") return quoteForPeople(name);
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;
}
function quoteForPeople(name) {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

// src/ingest/reload-solution.ts
function reloadSolution(pipeline) {
  const { catalog, stateSchema } = pipeline.target;
  const state = [catalog, stateSchema, STATE_TABLE].map((name) => quoteTargetForPeople(pipeline.target, name)).join(".");
  return [
    "Load the tables anew (the target keeps its tables; their rows are brought up to date):",
    `1. at the source, if the slot is there: SELECT pg_drop_replication_slot(${literal2(pipeline.source.slotName)});`,
    `2. in the target: DELETE FROM ${state} WHERE pipeline = ${literal2(pipeline.name)} AND entry = 'checkpoint';`,
    pipeline.source.initialLoad ? "3. run." : "3. run with --reload for every table (source.cdc.initial_load is false)."
  ].join("\n");
}
function literal2(text2) {
  return `'${text2.replaceAll("'", "''")}'`;
}

// src/ingest/judge-checkpoint.ts
function judgeCheckpoint(facts, checkpoint, pipeline) {
  const reload = reloadSolution(pipeline);
  const { cluster } = checkpoint;
  if (cluster.systemIdentifier !== facts.cluster.systemIdentifier || cluster.databaseOid !== facts.cluster.databaseOid) {
    return [
      {
        code: "cluster-changed",
        message: `The checkpoint of pipeline "${pipeline.name}" was made with another database cluster or database (system identifier ${cluster.systemIdentifier}, now ${facts.cluster.systemIdentifier}).`,
        solution: `Check source.host, source.port and source.database. If the database was restored or moved on purpose: ${reload}`
      }
    ];
  }
  if (cluster.timeline !== facts.cluster.timeline) {
    return [
      {
        code: "cluster-changed",
        message: `The cluster's timeline changed from ${cluster.timeline} to ${facts.cluster.timeline} (a failover or a restore): the log may not continue the one the checkpoint is about.`,
        solution: reload
      }
    ];
  }
  const { slot, publication } = facts;
  if (slot === void 0) {
    return [
      {
        code: "slot-missing",
        message: `Slot "${pipeline.source.slotName}" is gone, and with it the log since the checkpoint (${formatLsn(checkpoint.lsn)}).`,
        solution: reload
      }
    ];
  }
  if (slot.confirmedFlushLsn !== void 0 && slot.confirmedFlushLsn > checkpoint.lsn) {
    return [
      {
        code: "slot-ahead-of-checkpoint",
        message: `Slot "${slot.name}" stands at ${formatLsn(slot.confirmedFlushLsn)}, after the checkpoint ${formatLsn(checkpoint.lsn)}: changes in between are lost to it. It was recreated, or something else reads it.`,
        solution: `Make sure that nothing else uses the slot. ${reload}`
      }
    ];
  }
  if (checkpoint.lsn > facts.flushLsn) {
    return [
      {
        code: "checkpoint-ahead-of-server",
        message: `The checkpoint ${formatLsn(checkpoint.lsn)} lies after the server's log (${formatLsn(facts.flushLsn)}): the server was restored to an earlier state.`,
        solution: reload
      }
    ];
  }
  if (publication !== void 0 && publication.oid !== checkpoint.publicationOid) {
    return [
      {
        code: "publication-replaced",
        message: `Publication "${publication.name}" was dropped and made again since the checkpoint: changes in between are not in the log.`,
        solution: reload
      }
    ];
  }
  return [];
}

// src/model/check-report.ts
var CHECK_POINTS = [
  "source",
  "wal_level",
  "role",
  "publication",
  "slot",
  "pipeline",
  "tables",
  "schedule",
  "alerts",
  "warehouse",
  "grants",
  "volume"
];

// src/check/judge-settings.ts
function judgeSettings(pipeline) {
  const { source, target } = pipeline;
  return {
    pipeline: passed(`valid: ${source.database} → ${target.catalog}.${target.schema}`),
    schedule: judgeSchedule(pipeline.schedule),
    alerts: unproven(
      "no notification is sent by this version: a failed run ends with an exit code that is not 0",
      "See to it that somebody hears of that: GitHub tells the author of a workflow of its failed scheduled runs; a scheduler of your own has an alert for it."
    )
  };
}
function judgeSchedule(schedule) {
  const start = 'See to it that a workflow’s cron or another scheduler starts "tributary run" so often.';
  switch (schedule.tag) {
    case "manual":
      return passed("manual: each run is started by somebody");
    case "continuous":
      return unproven("continuous: what starts the runs cannot be seen from here", start);
    case "interval":
      return unproven(
        `every ${formatDuration(schedule.everyMs)}: what starts the runs cannot be seen from here`,
        start
      );
    default:
      return schedule;
  }
}

// src/ingest/lag.ts
function retainedBytes(facts) {
  const confirmed = facts.slot?.confirmedFlushLsn;
  return confirmed === void 0 ? null : lsnDistance(confirmed, facts.flushLsn);
}
function ageSeconds(committedAt, nowMs) {
  return committedAt === void 0 ? 0 : Math.max(0, (nowMs - Number(committedAt / 1000n)) / 1e3);
}

// src/model/source-facts.ts
var OLDEST_SUPPORTED_VERSION = 15e4;

// src/ingest/preflight.ts
function judgeServer(facts, pipeline) {
  const role = pipeline.source.username;
  const problems = [];
  if (facts.serverVersion < OLDEST_SUPPORTED_VERSION) {
    problems.push({
      code: "source-version-unsupported",
      message: `PostgreSQL ${Math.trunc(facts.serverVersion / 1e4)} is not supported; 15 or later is.`,
      solution: "Upgrade the server: 14 and older get no more fixes."
    });
    return problems;
  }
  if (facts.inRecovery) {
    problems.push({
      code: "source-is-standby",
      message: `The server at ${pipeline.source.host}:${pipeline.source.port} is a standby.`,
      solution: "Set source.host to the primary: reading from a standby is not supported yet."
    });
  }
  if (facts.walLevel !== "logical") {
    problems.push({
      code: "wal-level-not-logical",
      message: `wal_level is "${facts.walLevel}"; logical decoding needs "logical".`,
      solution: "ALTER SYSTEM SET wal_level = 'logical'; -- then restart\n(Amazon RDS and Aurora: rds.logical_replication = 1; Cloud SQL: cloudsql.logical_decoding = on; Azure: the server parameter.)"
    });
  }
  if (facts.serverEncoding === "SQL_ASCII") {
    problems.push({
      code: "source-encoding-unsupported",
      message: `Database "${pipeline.source.database}" has the encoding SQL_ASCII: nothing says what its texts are.`,
      solution: "Move the data to a database with a real encoding: dump it, and restore it into one made by\nCREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8';"
    });
  }
  if (!facts.role.mayReplicate) {
    problems.push({
      code: "source-permission-denied",
      message: `User "${role}" may not use replication.`,
      solution: `ALTER ROLE ${quoteForPeople(role)} REPLICATION; -- Amazon RDS and Aurora: GRANT rds_replication TO ${quoteForPeople(role)};`
    });
  }
  return problems;
}
function judgePublication(facts, pipeline) {
  const { publication } = facts;
  const name = pipeline.source.publicationName;
  if (publication === void 0) {
    const logged = facts.unpublishedTables.filter(({ unlogged }) => !unlogged);
    const tables = logged.map((table) => `${quoteForPeople(table.schema)}.${quoteForPeople(table.name)}`);
    return [
      {
        code: "publication-missing",
        message: `There is no publication "${name}" in database "${pipeline.source.database}".`,
        solution: `CREATE PUBLICATION ${quoteForPeople(name)} FOR TABLE ${tables.length === 0 ? "schema.table, …" : tables.join(", ")};`
      }
    ];
  }
  const missing2 = Object.entries(publication.actions).filter(([, published]) => !published).map(([action]) => action);
  if (missing2.length === 0) return [];
  return [
    {
      code: "publication-incomplete",
      message: `Publication "${name}" leaves out ${missing2.join(", ")}: the target would drift from the source silently.`,
      solution: `ALTER PUBLICATION ${quoteForPeople(name)} SET (publish = 'insert, update, delete, truncate');`
    }
  ];
}
function judgeSlot(slot, pipeline) {
  const unsuitable = whyUnsuitable(slot, pipeline);
  if (unsuitable !== void 0) {
    return [
      {
        code: "slot-unsuitable",
        message: `Slot "${slot.name}" ${unsuitable}.`,
        solution: `Set source.cdc.slot_name to a slot of this pipeline's own; it is made when it is missing.`
      }
    ];
  }
  if (slot.walStatus === "lost" || slot.invalidationReason !== void 0 || slot.restartLsn === void 0) {
    return [
      {
        code: "slot-lost",
        message: `Slot "${slot.name}" is lost${slot.invalidationReason === void 0 ? "" : ` (${slot.invalidationReason})`}: the server has removed log that the pipeline still needs.`,
        solution: `${reloadSolution(pipeline)}
Keep it from happening again: run more often, or raise max_slot_wal_keep_size.`
      }
    ];
  }
  return [];
}
function whyUnsuitable(slot, pipeline) {
  if (slot.type === "physical") return "is a physical slot";
  if (slot.plugin !== "pgoutput") return `uses the output plugin "${slot.plugin}", not pgoutput`;
  if (slot.database !== pipeline.source.database) return `belongs to database "${slot.database}"`;
  if (slot.temporary) return "is a temporary slot of another session";
  if (slot.confirmedFlushLsn === void 0 && slot.restartLsn !== void 0)
    return "is still being made by another session";
  return void 0;
}
function judgeFreeSlots(facts, needed) {
  const free = facts.slots.max - facts.slots.used;
  if (free >= needed) return [];
  return [
    {
      code: "slots-exhausted",
      message: `PostgreSQL has no free replication slot (${facts.slots.used} of ${facts.slots.max} in use).`,
      solution: `ALTER SYSTEM SET max_replication_slots = ${facts.slots.max + 10}; -- then restart; or drop a slot nobody uses`
    }
  ];
}

// src/schema/type-mapping.ts
function mapType(type) {
  switch (type.kind) {
    case "base":
      return mapped(isHstore(type) ? HSTORE_JSON : plain(baseColumnType(type)));
    case "enum":
    case "range":
    case "multirange":
      return mapped(plain(STRING));
    case "array":
      return mapArray(type);
    case "composite":
      return unsupported(`${type.displayName} is a composite type`);
    case "pseudo":
      return unsupported(`${type.displayName} is a pseudo-type`);
    default:
      return type.kind;
  }
}
var MAX_PRECISION = 38;
var STRING = { tag: "string" };
var INT64 = { tag: "int64" };
var HSTORE_JSON = { type: STRING, form: { tag: "hstore-json" } };
var BUILT_IN_TYPES = /* @__PURE__ */ new Map([
  ["bool", { tag: "boolean" }],
  ["int2", { tag: "int16" }],
  ["int4", { tag: "int32" }],
  ["int8", INT64],
  ["oid", INT64],
  ["xid", INT64],
  ["float4", { tag: "float32" }],
  ["float8", { tag: "float64" }],
  ["bytea", { tag: "binary" }],
  ["date", { tag: "date" }],
  ["timestamp", { tag: "timestamp" }],
  ["timestamptz", { tag: "timestamptz" }]
]);
function baseColumnType(type) {
  if (!isBuiltIn(type)) return STRING;
  if (type.name === "numeric") return numericColumnType(type.typmod);
  return BUILT_IN_TYPES.get(type.name) ?? STRING;
}
function numericColumnType(typmod) {
  if (typmod < 4) return STRING;
  const precision = typmod - 4 >> 16 & 65535;
  const scale = (typmod - 4 & 2047 ^ 1024) - 1024;
  const targetScale = Math.max(scale, 0);
  const targetPrecision = Math.max(precision - Math.min(scale, 0), targetScale);
  return targetPrecision <= MAX_PRECISION ? { tag: "decimal", precision: targetPrecision, scale: targetScale } : STRING;
}
function mapArray({ displayName, element }) {
  if (element === void 0) return unsupported(`${displayName} is an array of an unknown type`);
  switch (element.kind) {
    case "composite":
      return unsupported(`${displayName} is an array of a composite type`);
    case "pseudo":
      return unsupported(`${displayName} is an array of a pseudo-type`);
    case "base":
    case "enum":
    case "range":
    case "multirange":
    // An array of a domain over an array, each of its elements kept as text.
    case "array":
      return mapped({ type: STRING, form: arrayForm(element) });
    default:
      return element.kind;
  }
}
var JSON_ELEMENTS = new Map([
  ...["int2", "int4", "int8", "oid", "xid", "float4", "float8", "numeric"].map(
    (name) => [name, "number"]
  ),
  ["bool", "boolean"],
  ["json", "json"],
  ["jsonb", "json"]
]);
function arrayForm(element) {
  const isOrdinary = element.kind === "base" && isBuiltIn(element);
  return {
    tag: "array-json",
    element: (isOrdinary ? JSON_ELEMENTS.get(element.name) : void 0) ?? "text",
    delimiter: delimiterOf(element)
  };
}
function delimiterOf(element) {
  if (isBuiltIn(element)) return element.name === "box" ? ";" : ",";
  return element.name === "geometry" || element.name === "geography" ? ":" : ",";
}
function isBuiltIn(type) {
  return type.schema === "pg_catalog";
}
function isHstore(type) {
  return type.name === "hstore" && !isBuiltIn(type);
}
function plain(type) {
  return { type, form: { tag: "plain" } };
}
function mapped(mapping) {
  return { tag: "mapped", mapping };
}
function unsupported(reason) {
  return { tag: "unsupported", reason };
}

// src/ingest/preflight-table.ts
function judgeTable(table, facts, pipeline) {
  return [
    ...judgeAccess(table, facts, pipeline),
    ...judgeKind(table),
    ...judgeRowKey(table),
    ...judgeColumns(table),
    ...judgeUnityNames(table, pipeline)
  ];
}
function judgeAccess(table, facts, pipeline) {
  const role = quoteForPeople(pipeline.source.username);
  const name = quoteTable2(table);
  if (!table.source.maySelect) {
    return [
      {
        code: "source-permission-denied",
        message: `User "${pipeline.source.username}" may not read ${table.displayName}.`,
        solution: `GRANT USAGE ON SCHEMA ${quoteForPeople(table.source.schema)} TO ${role}; GRANT SELECT ON ${name} TO ${role};`
      }
    ];
  }
  if (table.source.rowSecurity && !facts.role.bypassesRowSecurity) {
    return [
      {
        code: "table-unsupported",
        message: `${table.displayName} has row-level security: a first load would see some rows, the log all of them.`,
        solution: `ALTER ROLE ${role} BYPASSRLS;`
      }
    ];
  }
  return [];
}
function judgeKind(table) {
  if (table.source.kind === "other") {
    return [
      {
        code: "table-unsupported",
        message: `${table.displayName} is neither an ordinary nor a partitioned table.`,
        solution: "Take it out of the selection."
      }
    ];
  }
  return [];
}
function judgeRowKey(table) {
  const { source, keyColumns, displayName } = table;
  const problem = (message, solution) => [
    { code: "row-key-missing", message: `${displayName}: ${message}`, solution }
  ];
  const name = quoteTable2(table);
  const addKey = `Add a key: ALTER TABLE ${name} ADD PRIMARY KEY (…); or name one in target.write_mode.keys (with a unique index over NOT NULL columns, and ALTER TABLE ${name} REPLICA IDENTITY FULL); or take the table out of the selection (an append mode is not supported yet).`;
  if (source.replicaIdentity === "nothing") {
    return problem(
      "REPLICA IDENTITY NOTHING: updates and deletes do not say which row they mean.",
      `ALTER TABLE ${name} REPLICA IDENTITY DEFAULT;`
    );
  }
  if (keyColumns.length === 0) return problem("there is no row key.", addKey);
  if (source.replicaIdentity === "full") {
    if (source.uniqueKeys.some((key) => sameColumns(key, keyColumns))) return judgeKeyTypes(table);
    return problem(
      `nothing keeps the key (${keyColumns.join(", ")}) unique and not null, so two rows could become one.`,
      `CREATE UNIQUE INDEX ON ${name} (${keyColumns.map(quoteForPeople).join(", ")}); and SET NOT NULL on its columns; or use another key.`
    );
  }
  if (source.identityColumns.length === 0) return problem("its replica identity has no usable key.", addKey);
  if (!sameColumns(source.identityColumns, keyColumns)) {
    return problem(
      `the configured key (${keyColumns.join(", ")}) is not its replica identity (${source.identityColumns.join(", ")}), so deletes and key changes would not say which row they mean.`,
      `Use the key (${source.identityColumns.join(", ")}), or: ALTER TABLE ${name} REPLICA IDENTITY FULL;`
    );
  }
  return judgeKeyTypes(table);
}
var UNUSABLE_KEY_TYPES = /* @__PURE__ */ new Set(["float4", "float8", "bytea"]);
function judgeKeyTypes(table) {
  return table.columns.filter(({ name, type }) => table.keyColumns.includes(name) && UNUSABLE_KEY_TYPES.has(type.name)).map(({ name, type }) => ({
    code: "row-key-missing",
    message: `${table.displayName}: key column "${name}" is a ${type.displayName}, which cannot identify rows exactly.`,
    solution: "Use another key: target.write_mode.keys, or the replica identity."
  }));
}
function judgeColumns(table) {
  const problems = [];
  const seen = /* @__PURE__ */ new Map();
  for (const column of table.columns) {
    const mapping = mapType(column.type);
    const exclude = `Exclude it: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${column.name}"]}].`;
    if (mapping.tag === "unsupported") {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: column "${column.name}" cannot be brought over yet: ${mapping.reason}.`,
        solution: exclude
      });
    }
    const folded = column.name.toLowerCase();
    if (RESERVED_COLUMN_NAMES.has(folded)) {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: column "${column.name}" has a name that the target table needs itself.`,
        solution: `Rename it at the source, or exclude it. ${exclude}`
      });
    }
    const twin = seen.get(folded);
    if (twin !== void 0) {
      problems.push({
        code: "column-unsupported",
        message: `${table.displayName}: columns "${twin}" and "${column.name}" differ in case only, which the target does not tell apart.`,
        solution: exclude
      });
    }
    seen.set(folded, column.name);
  }
  for (const { name } of unpublished(table)) {
    problems.push({
      code: "publication-incomplete",
      message: `${table.displayName}: the publication's column list leaves out "${name}".`,
      solution: `Add it to the publication's column list, or exclude it here: selection.exclude_columns: [{table: ${table.source.name}, columns: ["${name}"]}].`
    });
  }
  return problems;
}
var MAX_UNITY_NAME = 255;
function judgeUnityNames(table, pipeline) {
  if (pipeline.target.tag !== "unity_catalog") return [];
  const { displayName, source, target } = table;
  const reason = unityRefusal(target.table);
  const columns = table.columns.filter(({ name }) => name.includes("${"));
  return [
    ...reason === void 0 ? [] : [
      {
        code: "table-unsupported",
        message: `${displayName}: its target table ${JSON.stringify(target.table)} ${reason}, which Unity Catalog does not take in a name.`,
        solution: `Give it another name: selection.schemas: [{name: ${source.schema}, tables: [{name: ${JSON.stringify(source.name)}, destination_table: ${proposedName(target.table)}}]}].`
      }
    ],
    ...columns.map(
      ({ name }) => ({
        code: "column-unsupported",
        message: `${displayName}: column "${name}" has "\${" in its name, which Databricks would replace.`,
        solution: `Rename it at the source, or exclude it: selection.exclude_columns: [{table: ${source.name}, columns: ["${name}"]}].`
      })
    )
  ];
}
function unityRefusal(name) {
  if (name.length > MAX_UNITY_NAME) return `has more than ${MAX_UNITY_NAME} characters`;
  if (name.includes("${")) return 'has "${"';
  const [character] = /[ ./\p{Cc}]/u.exec(name) ?? [];
  if (character === void 0) return void 0;
  if (character === " ") return "has a space";
  return new RegExp("\\p{Cc}", "u").test(character) ? "has a control character" : `has a "${character}"`;
}
function proposedName(name) {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, MAX_UNITY_NAME);
}
function unpublished(table) {
  return table.unpublishedWanted.filter(({ generated }) => !generated);
}
function sameColumns(one, other) {
  return one.length === other.length && one.every((name) => other.includes(name));
}
function quoteTable2(table) {
  return `${quoteForPeople(table.source.schema)}.${quoteForPeople(table.source.name)}`;
}

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
  return compile2(`^${source}$`, glob);
}
function characterExpression(character) {
  if (character === "*") return ".*";
  return character === "?" ? "." : escapeExpression(character);
}
function compile2(source, glob) {
  try {
    return new RegExp(source, "s");
  } catch {
    return new RegExp(`^${escapeExpression(glob)}$`, "s");
  }
}
function escapeExpression(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

// src/model/source-table.ts
function displayTableName(table) {
  return `${displayIdentifier(table.schema)}.${displayIdentifier(table.name)}`;
}
function displayIdentifier(name) {
  return name.includes(".") || name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
}

// src/ingest/table-selection.ts
function resolveSelection(facts, pipeline) {
  const problems = [];
  const tables = facts.tables.flatMap((source) => {
    const selected = findSelection(pipeline.selection.schemas, source);
    if (selected === void 0) return [];
    const displayName = displayTableName(source);
    const keyColumns = configuredKey(pipeline, source) ?? defaultKey(source);
    const wanted = columnFilter(pipeline, source, problems);
    const columns = source.columns.filter(wanted);
    problems.push(...missingKeyColumns(displayName, keyColumns, columns));
    const table = selected.destinationTable ?? targetName2(source.name, pipeline.naming);
    const target = { catalog: pipeline.target.catalog, schema: pipeline.target.schema, table };
    return [
      {
        source,
        displayName,
        columns,
        keyColumns,
        unpublishedWanted: source.unpublishedColumns.filter(wanted),
        target
      }
    ];
  });
  problems.push(
    ...unmatchedSelections(facts, pipeline),
    ...unmatchedReferences(tables, pipeline),
    ...sharedTargets(tables)
  );
  return { tables, problems };
}
function answersTo(reference, table) {
  return reference === table.name || reference === `${table.schema}.${table.name}` || reference === displayTableName(table);
}
function configuredKey(pipeline, source) {
  const entries = [...pipeline.write.keys].filter(([table]) => answersTo(table, source));
  return (entries.find(([table]) => table !== source.name) ?? entries[0])?.[1];
}
function defaultKey(source) {
  return source.identityColumns.length > 0 ? source.identityColumns : source.primaryKey;
}
function findSelection(schemas, source) {
  const schema = schemas.find(({ name }) => name === source.schema);
  if (schema === void 0) return void 0;
  if (schema.tables === void 0) return { destinationTable: void 0 };
  return schema.tables.find(({ name }) => name === source.name) ?? schema.tables.find(({ name }) => namesTable(name, source.name));
}
function namesTable(entry, tableName) {
  return entry === tableName || matchesGlob(entry, tableName);
}
function columnFilter(pipeline, source, problems) {
  const included = columnsFor(pipeline.selection.includeColumns, source);
  const excluded = columnsFor(pipeline.selection.excludeColumns, source);
  const known = new Set([...source.columns, ...source.unpublishedColumns].map(({ name }) => name));
  const setting = included === void 0 ? "exclude_columns" : "include_columns";
  for (const name of [...included ?? [], ...excluded ?? []]) {
    if (known.has(name)) continue;
    problems.push({
      code: "config-invalid",
      message: `${displayTableName(source)} has no column "${name}", which selection.${setting} names.`,
      solution: `Correct the name in selection.${setting}; the table has: ${[...known].join(", ")}.`
    });
  }
  return ({ name }) => (included === void 0 || included.includes(name)) && !(excluded?.includes(name) ?? false);
}
function columnsFor(lists, source) {
  const own = lists.filter(({ table }) => answersTo(table, source));
  return own.length === 0 ? void 0 : own.flatMap(({ columns }) => columns);
}
function missingKeyColumns(displayName, keyColumns, columns) {
  const names = new Set(columns.map(({ name }) => name));
  return keyColumns.filter((key) => !names.has(key)).map((key) => ({
    code: "row-key-missing",
    message: `${displayName}: key column "${key}" is not among the selected columns.`,
    solution: `Select it (it may not be in exclude_columns), or name another key in target.write_mode.keys.`
  }));
}
function targetName2(tableName, naming) {
  const name = `${naming.prefix}${tableName}`;
  switch (naming.case) {
    case "lower":
      return name.toLowerCase();
    case "upper":
      return name.toUpperCase();
    case "preserve":
      return name;
    default:
      return naming.case;
  }
}
function unmatchedSelections(facts, pipeline) {
  return pipeline.selection.schemas.flatMap((schema) => {
    const published = facts.tables.filter((table) => table.schema === schema.name);
    if (schema.tables === void 0) {
      return published.length > 0 ? [] : nothingPublished(pipeline, facts, schema.name, "*");
    }
    return schema.tables.filter(({ name }) => !published.some((table) => namesTable(name, table.name))).flatMap(({ name }) => nothingPublished(pipeline, facts, schema.name, name));
  });
}
function unmatchedReferences(tables, pipeline) {
  const { excludeColumns, includeColumns } = pipeline.selection;
  const references = [
    ...excludeColumns.map(({ table }) => ({ setting: "selection.exclude_columns", table })),
    ...includeColumns.map(({ table }) => ({ setting: "selection.include_columns", table })),
    ...[...pipeline.write.keys.keys()].map((table) => ({ setting: "target.write_mode.keys", table }))
  ];
  return references.filter(({ table }) => !tables.some(({ source }) => answersTo(table, source))).map(({ setting, table }) => ({
    code: "config-invalid",
    message: `${setting} names the table "${table}", which is not among the selected tables.`,
    solution: `Correct the name in ${setting}, or remove the entry; selected are: ${tables.map(({ displayName }) => displayName).join(", ") || "none"}.`
  }));
}
function nothingPublished(pipeline, facts, schema, name) {
  const publication = pipeline.source.publicationName;
  const present = facts.unpublishedTables.filter(
    (table) => table.schema === schema && namesTable(name, table.name)
  );
  if (present.length === 0) {
    return [
      {
        code: "table-missing",
        message: name === "*" ? `Schema "${schema}" has no published table.` : `There is no table ${schema}.${name}.`,
        solution: `Correct selection.schemas, or check that user "${pipeline.source.username}" may use the schema: GRANT USAGE ON SCHEMA ${quoteForPeople(schema)} TO ${quoteForPeople(pipeline.source.username)};`
      }
    ];
  }
  const unlogged = present.filter((table) => table.unlogged).map(unloggedTable);
  const missing2 = present.filter((table) => !table.unlogged);
  if (missing2.length === 0) return unlogged;
  const tables = missing2.map(quoteTable3).join(", ");
  return [
    ...unlogged,
    {
      code: "publication-incomplete",
      message: `Publication "${publication}" does not contain ${missing2.map(displayTableName).join(", ")}.`,
      solution: `ALTER PUBLICATION ${quoteForPeople(publication)} ADD TABLE ${tables}; -- for a partitioned table also: SET (publish_via_partition_root = true)`
    }
  ];
}
function unloggedTable(table) {
  return {
    code: "table-unsupported",
    message: `${displayTableName(table)} is an unlogged table: its changes are not in the log.`,
    solution: `ALTER TABLE ${quoteTable3(table)} SET LOGGED; or take it out of the selection.`
  };
}
function quoteTable3({ schema, name }) {
  return `${quoteForPeople(schema)}.${quoteForPeople(name)}`;
}
function sharedTargets(tables) {
  const byTarget = Map.groupBy(tables, ({ target }) => target.table.toLowerCase());
  return [...byTarget.values()].filter((group) => group.length > 1).map((group) => ({
    code: "config-invalid",
    message: `${group.map(({ displayName }) => displayName).join(" and ")} would share the target table "${group[0]?.target.table}".`,
    solution: "Give one of them another name: selection.schemas[].tables[].destination_table."
  }));
}

// src/check/judge-source.ts
var MAX_NAMED_TABLES = 8;
function judgeSource(facts, pipeline) {
  const server = judgeServer(facts, pipeline);
  if (server.some(({ code }) => code === "source-version-unsupported")) return tooOld(server);
  const publication = judgePublication(facts, pipeline);
  const isPublished = facts.publication !== void 0;
  const { tables, problems: selection } = isPublished ? resolveSelection(facts, pipeline) : { tables: [], problems: [] };
  const problems = [
    ...server,
    ...publication,
    ...selection,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...facts.slot === void 0 ? judgeFreeSlots(facts, 1) : judgeSlot(facts.slot, pipeline)
  ];
  const about = (point) => problems.filter(({ code }) => pointOf(code) === point);
  const { host, port, database, username, publicationName } = pipeline.source;
  return {
    tables,
    findings: {
      source: judged(
        about("source"),
        `PostgreSQL ${versionText(facts.serverVersion)} at ${host}:${port}, database "${database}"`
      ),
      wal_level: judged(about("wal_level"), facts.walLevel),
      role: judged(
        about("role"),
        `"${username}" may use replication${isPublished ? ` and read ${formatNumberOf(tables.length, "table")}` : ""}`
      ),
      publication: judged(
        about("publication"),
        `"${publicationName}" holds what is selected, with inserts, updates, deletes and truncates`
      ),
      slot: judged(about("slot"), describeSlot(facts, pipeline)),
      tables: isPublished ? judged(about("tables"), `${formatNumberOf(tables.length, "table")}: ${nameTables(tables)}`) : unproven("not looked at: there is no publication")
    }
  };
}
function unprovenSource(source, why) {
  const other = unproven(why);
  return { source, wal_level: other, role: other, publication: other, slot: other, tables: other };
}
function tooOld(problems) {
  return {
    findings: unprovenSource(judged(problems, ""), "not looked at: the server is too old"),
    tables: []
  };
}
function pointOf(code) {
  switch (code) {
    case "source-is-standby":
    case "source-encoding-unsupported":
      return "source";
    case "wal-level-not-logical":
      return "wal_level";
    case "source-permission-denied":
      return "role";
    case "publication-missing":
    case "publication-incomplete":
      return "publication";
    case "slot-unsuitable":
    case "slot-lost":
    case "slots-exhausted":
      return "slot";
    default:
      return "tables";
  }
}
function describeSlot(facts, pipeline) {
  const { slot, slots } = facts;
  if (slot === void 0)
    return `"${pipeline.source.slotName}" is not there yet: the first run makes it (${slots.used} of ${slots.max} slots in use)`;
  const retained = `"${slot.name}" holds back ${formatBytes(retainedBytes(facts) ?? 0)} of log`;
  const danger = slot.walStatus === "unreserved" ? "; PostgreSQL is about to remove log that it needs: run soon" : "";
  return `${retained}${slot.active ? "; another run is using it now" : ""}${danger}`;
}
function nameTables(tables) {
  const named = tables.slice(0, MAX_NAMED_TABLES).map(({ displayName }) => displayName);
  const others = tables.length - named.length;
  return `${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
function versionText(version) {
  return `${Math.trunc(version / 1e4)}.${version % 1e4}`;
}

// src/check/check-pipeline.ts
async function checkPipeline(options) {
  const { pipeline } = options;
  const source = lookAtSource(options);
  const [{ findings, facts }, target] = await Promise.all([source, lookAtTarget(options, source)]);
  const found = {
    ...judgeSettings(pipeline),
    ...findings,
    slot: judgeProgress(findings.slot, pipeline, facts, target.checkpoint),
    ...target.findings
  };
  return {
    pipeline: pipeline.name,
    points: CHECK_POINTS.map((point) => ({ point, ...found[point] }))
  };
}
async function lookAtSource({ pipeline, source: access2 }) {
  if (access2 === void 0)
    return { findings: unprovenSource(unproven("skipped"), "skipped"), facts: void 0, tables: [] };
  try {
    var _stack = [];
    try {
      const schemas = pipeline.selection.schemas.map(({ name }) => name);
      const source = __using(_stack, await access2.open(pipeline.source, schemas), true);
      const facts = await source.readFacts();
      const { findings, tables } = judgeSource(facts, pipeline);
      const role = findings.role.outcome === "passed" ? await tryReplication(access2, pipeline) : void 0;
      return { findings: role === void 0 ? findings : { ...findings, role }, facts, tables };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error2) {
    const why = "not looked at: the source could not be read";
    return { findings: unprovenSource(failedBy(error2), why), facts: void 0, tables: [] };
  }
}
async function tryReplication(access2, pipeline) {
  try {
    await access2.tryReplication(pipeline.source);
    return void 0;
  } catch (error2) {
    return failedBy(error2);
  }
}
async function lookAtTarget({ openProbe: openProbe2 }, source) {
  if (openProbe2 === void 0) return unprovenTarget(unproven("skipped"), "skipped");
  try {
    var _stack = [];
    try {
      const probe = __using(_stack, await openProbe2(), true);
      const warehouse = await probe.reach();
      const { tables } = await source;
      const [grants, volume, checkpoint] = await Promise.all([
        findingOf(probe.judgeGrants(tables)),
        findingOf(probe.judgeStaging()),
        checkpointOf(probe)
      ]);
      return {
        findings: {
          warehouse,
          grants: grants.outcome === "failed" ? grants : checkpoint.failure ?? grants,
          volume
        },
        checkpoint: checkpoint.found
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error2) {
    return unprovenTarget(failedBy(error2), "not looked at: the warehouse could not be reached");
  }
}
function unprovenTarget(warehouse, why) {
  return { findings: { warehouse, grants: unproven(why), volume: unproven(why) }, checkpoint: void 0 };
}
async function findingOf(finding) {
  return await finding.catch(failedBy);
}
async function checkpointOf(probe) {
  try {
    return { found: await probe.loadCheckpoint(), failure: void 0 };
  } catch (error2) {
    return { found: void 0, failure: failedBy(error2) };
  }
}
function judgeProgress(slot, pipeline, facts, checkpoint) {
  if (facts === void 0 || checkpoint === void 0 || slot.outcome === "failed") return slot;
  return judged(judgeCheckpoint(facts, checkpoint, pipeline), `${slot.found}; the checkpoint goes with it`);
}

// src/report/check-verdict.ts
var POINT_LABELS = {
  source: "PostgreSQL",
  wal_level: "wal_level",
  role: "role and grants",
  publication: "publication",
  slot: "slot",
  pipeline: "pipeline",
  tables: "tables",
  schedule: "schedule",
  alerts: "alerts",
  warehouse: "warehouse",
  grants: "target grants",
  volume: "staging"
};
var OUTCOME_MARKS = {
  passed: "✓",
  failed: "✗",
  unproven: "–"
};
function checkHeadline({ points }) {
  const count = (outcome) => points.filter((point) => point.outcome === outcome).length;
  const [failed, unproven2] = [count("failed"), count("unproven")];
  if (failed > 0) return `${failed} of ${points.length} points ${failed === 1 ? "does" : "do"} not hold`;
  if (unproven2 === 0) return `all ${points.length} points hold`;
  const rest = unproven2 === 1 ? "1 is not proven" : `${unproven2} are not proven`;
  return `${points.length - unproven2} of ${points.length} points hold, ${rest}`;
}
function hasFailed({ points }) {
  return points.some(({ outcome }) => outcome === "failed");
}

// src/source/connection.ts
import { readFile } from "node:fs/promises";

// node_modules/pg/esm/index.mjs
var import_lib = __toESM(require_lib2(), 1);
var Client = import_lib.default.Client;
var Pool = import_lib.default.Pool;
var Connection = import_lib.default.Connection;
var types = import_lib.default.types;
var Query = import_lib.default.Query;
var DatabaseError = import_lib.default.DatabaseError;
var escapeIdentifier = import_lib.default.escapeIdentifier;
var escapeLiteral = import_lib.default.escapeLiteral;
var Result = import_lib.default.Result;
var TypeOverrides = import_lib.default.TypeOverrides;
var defaults = import_lib.default.defaults;

// src/source/source-error.ts
function translateSourceError(error2, place, doing) {
  if (error2 instanceof IngestError) return error2;
  const foreign = readForeignError(error2);
  return translateTls(foreign, place, error2) ?? translateSqlState(foreign, place, doing, error2) ?? translateSocket(foreign, place, error2) ?? new IngestError("source-query-failed", `PostgreSQL refused while ${doing}: ${wordsOf(foreign)}`, {
    solution: "Look into the server's log for the statement. The next run goes on from the checkpoint.",
    cause: error2
  });
}
function wordsOf({ code, message }) {
  return code !== void 0 && /^2[23]/.test(code) ? `SQLSTATE ${code}` : message;
}
function foreignErrorCode(error2) {
  return readForeignError(error2).code;
}
function readForeignError(error2) {
  const single = error2 instanceof AggregateError && error2.errors.length > 0 ? error2.errors[0] : error2;
  const code = typeof single === "object" && single !== null && "code" in single && typeof single.code === "string" ? single.code : void 0;
  return { code, message: single instanceof Error ? single.message : String(single) };
}
function translateSqlState({ code, message }, place, doing, cause) {
  switch (code) {
    case "28P01":
      return new IngestError(
        "source-authentication-failed",
        `PostgreSQL at ${place.host}:${place.port} refused the password of user "${place.username}".`,
        {
          solution: "Check source.username and source.password (and the variable the password comes from).",
          cause
        }
      );
    case "28000":
      return new IngestError(
        "source-authentication-failed",
        `PostgreSQL at ${place.host}:${place.port} does not let user "${place.username}" in: ${message}.`,
        {
          solution: "Check the role (it needs LOGIN), and that pg_hba.conf lets it into this database from here, with or without TLS.",
          cause
        }
      );
    case "3D000":
      return new IngestError(
        "source-unreachable",
        `PostgreSQL at ${place.host}:${place.port} has no database "${place.database}".`,
        { solution: "Check source.database.", cause }
      );
    case "42501":
      return new IngestError(
        "source-permission-denied",
        `User "${place.username}" may not do this (${doing}): ${message}.`,
        { solution: `GRANT what is missing to ${place.username}, as the object's owner.`, cause }
      );
    case "53300":
      return new IngestError(
        "source-unreachable",
        `PostgreSQL at ${place.host}:${place.port} has no free connection.`,
        {
          solution: "Raise max_connections or max_wal_senders, or free some; the next run goes on from the checkpoint.",
          cause
        }
      );
    case "57P01":
    // admin_shutdown
    case "57P02":
    // crash_shutdown
    case "57P03":
      return new IngestError(
        "source-disconnected",
        `PostgreSQL at ${place.host}:${place.port} is shutting down or starting up (${doing}).`,
        { solution: "Run again when it is up; the next run goes on from the checkpoint.", cause }
      );
    default:
      return void 0;
  }
}
function translateSocket({ code, message }, place, cause) {
  const where = `${place.host}:${place.port}`;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new IngestError("source-unreachable", `The host "${place.host}" cannot be found.`, {
        solution: "Check source.host, and that the name resolves from where this runs.",
        cause
      });
    case "ECONNREFUSED":
      return new IngestError("source-unreachable", `Nothing listens at ${where}.`, {
        solution: "Check source.host and source.port, and that PostgreSQL listens on that address.",
        cause
      });
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return new IngestError("source-unreachable", `${where} does not answer.`, {
        solution: "Check the network path: firewall, security group, VPN, private link.",
        cause
      });
    case "ECONNRESET":
    case "EPIPE":
      return disconnected(where, cause);
    default:
      if (/timeout expired|timeout exceeded/i.test(message)) {
        return new IngestError("source-unreachable", `${where} does not answer.`, {
          solution: "Check the network path: firewall, security group, VPN, private link.",
          cause
        });
      }
      return /connection terminated|connection ended/i.test(message) ? disconnected(where, cause) : void 0;
  }
}
function disconnected(where, cause) {
  return new IngestError("source-disconnected", `The connection to PostgreSQL at ${where} broke.`, {
    solution: "Run again: nothing is lost, the next run goes on from the checkpoint.",
    cause
  });
}
var CERTIFICATE_CODES = /* @__PURE__ */ new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID"
]);
function translateTls({ code, message }, place, cause) {
  if (isTlsRefused(message)) {
    return new IngestError(
      "source-tls-failed",
      `PostgreSQL at ${place.host}:${place.port} does not offer TLS.`,
      {
        solution: 'Turn `ssl` on at the server, or set source.sslmode to "prefer" or "disable" if the network is trusted.',
        cause
      }
    );
  }
  if (code !== void 0 && (CERTIFICATE_CODES.has(code) || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS"))) {
    return new IngestError(
      "source-tls-failed",
      `The TLS certificate of ${place.host}:${place.port} was not accepted (${code}).`,
      {
        solution: 'Give the certificate authority as source.sslrootcert; sslmode "require" encrypts without checking the certificate.',
        cause
      }
    );
  }
  return void 0;
}
function isTlsRefused(message) {
  return message.includes("does not support SSL");
}

// src/source/connection.ts
var PINNED_SETTINGS = {
  datestyle: "ISO,MDY",
  intervalstyle: "iso_8601",
  extra_float_digits: "3",
  bytea_output: "hex",
  timezone: "UTC",
  lc_monetary: "C",
  search_path: "pg_catalog",
  standard_conforming_strings: "on",
  // All that is ever written here is a logical message: flushed, so that the next run sees it, and not waiting for standbys.
  synchronous_commit: "local",
  quote_all_identifiers: "off",
  statement_timeout: "0",
  lock_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  idle_session_timeout: "0"
};
var PIN_NEWER_SETTINGS = (
  /*sql*/
  `SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'`
);
async function openConnection(settings, purpose) {
  for (const ssl of await tlsAttempts(settings)) {
    try {
      return await connect(settings, purpose, ssl);
    } catch (error2) {
      const mayGoOnPlain = settings.sslmode === "prefer" && error2 instanceof Error && isTlsRefused(error2.message);
      if (!mayGoOnPlain) throw translateSourceError(error2, settings, "connecting");
    }
  }
  throw new IngestError(
    "source-tls-failed",
    `No way to connect with sslmode "${settings.sslmode}" was left to try.`
  );
}
async function connect(settings, purpose, ssl) {
  const client = new Client({
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.username,
    password: settings.password?.reveal() ?? "",
    ssl: ssl ?? false,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    keepAlive: true,
    application_name: "tributary",
    options: Object.entries(PINNED_SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(" "),
    // `replication` is a connection parameter that @types/pg does not know.
    ...purpose === "replication" ? { replication: "database" } : {}
  });
  client.on("error", () => void 0);
  try {
    await client.connect();
    await client.query(PIN_NEWER_SETTINGS);
  } catch (error2) {
    await client.end().catch(() => void 0);
    throw error2;
  }
  return client;
}
async function tlsAttempts(settings) {
  switch (settings.sslmode) {
    case "disable":
    case "allow":
      return [void 0];
    case "prefer":
      return [{ rejectUnauthorized: false }, void 0];
    case "require":
      return [{ rejectUnauthorized: false }];
    case "verify-ca":
      return [{ ...await trustedAuthorities(settings), checkServerIdentity: () => void 0 }];
    case "verify-full":
      return [await trustedAuthorities(settings)];
    default:
      return settings.sslmode;
  }
}
async function trustedAuthorities(settings) {
  if (settings.sslrootcert === void 0) return {};
  try {
    return { ca: await readFile(settings.sslrootcert, "utf8") };
  } catch (cause) {
    throw new IngestError(
      "source-tls-failed",
      `The file of source.sslrootcert cannot be read: ${settings.sslrootcert}`,
      {
        solution: "Give the path of a PEM file with the certificate authorities to trust.",
        cause
      }
    );
  }
}
function quoteSourceIdentifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
function quoteSourceLiteral(text2) {
  return `'${text2.replaceAll("'", "''")}'`;
}

// src/source/postgres-source.ts
import { randomBytes } from "node:crypto";

// src/source/catalog.ts
async function readPublishedTables(client, publicationName, oids = void 0) {
  const tables = await client.query(PUBLISHED_TABLES, [publicationName, oids ?? null]);
  if (tables.rows.length === 0) return [];
  const tableOids = tables.rows.map((row) => row.oid);
  const columns = await client.query(COLUMNS, [tableOids]);
  const keys = await client.query(UNIQUE_KEYS, [tableOids]);
  const types2 = await readTypes(client, [...new Set(columns.rows.map((row) => row.type_oid))]);
  const columnsByTable = Map.groupBy(columns.rows, (row) => row.table_oid);
  const keysByTable = Map.groupBy(keys.rows, (row) => row.table_oid);
  return tables.rows.map(
    (row) => assembleTable(row, columnsByTable.get(row.oid) ?? [], keysByTable.get(row.oid) ?? [], types2)
  );
}
var PUBLISHED_TABLES = (
  /*sql*/
  `
SELECT c.oid::int8::float8 AS oid, n.nspname::text AS schema, c.relname::text AS name, c.relkind::text AS kind,
       c.relreplident::text AS identity, p.attnames::text[] AS published_columns, p.rowfilter AS row_filter,
       coalesce(m.oid, 0)::int8::float8 AS membership,
       has_table_privilege(c.oid, 'SELECT') AS may_select,
       c.relrowsecurity AND (c.relforcerowsecurity OR NOT pg_has_role(c.relowner, 'USAGE')) AS row_security,
       c.reltuples::float8 AS estimated_rows,
       pg_table_size(c.oid)::text AS size_bytes, c.relfilenode::int8::float8 AS storage_id,
       c.relnatts::int4 AS attribute_count
FROM pg_publication_tables p
JOIN pg_namespace n ON n.nspname = p.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.tablename
JOIN pg_publication pub ON pub.pubname = p.pubname
LEFT JOIN pg_publication_rel m ON m.prpubid = pub.oid AND m.prrelid = c.oid
WHERE p.pubname = $1 AND ($2::int8[] IS NULL OR c.oid::int8 = ANY ($2::int8[]))
ORDER BY n.nspname, c.relname`
);
var COLUMNS = (
  /*sql*/
  `
SELECT a.attrelid::int8::float8 AS table_oid, a.attnum::int4 AS attribute_number, a.attname::text AS name,
       a.atttypid::int8::float8 AS type_oid, a.atttypmod AS typmod, format_type(a.atttypid, a.atttypmod) AS display_type,
       a.attlen = -1 AND a.attstorage <> 'p' AS toastable, a.attnotnull AS not_null, a.attgenerated <> '' AS generated,
       a.attgenerated <> '' AND current_setting('server_version_num')::int4 < 180000 AS never_sent,
       a.atthasmissing AS has_missing, array_to_string(a.attmissingval, '') AS missing_value,
       a.atthasdef OR a.attidentity <> '' AS has_default
FROM pg_attribute a
WHERE a.attrelid::int8 = ANY ($1::int8[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`
);
var UNIQUE_KEYS = (
  /*sql*/
  `
SELECT i.indrelid::int8::float8 AS table_oid, i.indisprimary AS is_primary, i.indisreplident AS is_identity,
       array_agg(a.attname::text ORDER BY k.ordinal) AS columns
FROM pg_index i
CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, ordinal)
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
WHERE i.indrelid::int8 = ANY ($1::int8[]) AND i.indisunique AND i.indisvalid AND i.indimmediate
  AND i.indpred IS NULL AND i.indexprs IS NULL AND k.ordinal <= i.indnkeyatts
GROUP BY i.indexrelid, i.indrelid, i.indisprimary, i.indisreplident
HAVING bool_and(a.attnotnull)
ORDER BY i.indexrelid`
);
function assembleTable(row, columns, keys, types2) {
  const names = new Set(row.published_columns);
  const isPublished = (column) => names.has(column.name) && !column.never_sent;
  const replicaIdentity = identityOf(row.identity);
  const primaryKey = keys.find((key) => key.is_primary)?.columns ?? [];
  return {
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    kind: row.kind === "r" ? "ordinary" : row.kind === "p" ? "partitioned" : "other",
    columns: columns.filter(isPublished).map((column) => assembleColumn(column, types2)),
    unpublishedColumns: columns.filter((column) => !isPublished(column)).map((column) => ({
      attributeNumber: column.attribute_number,
      name: column.name,
      generated: column.generated
    })),
    replicaIdentity,
    primaryKey,
    identityColumns: identityColumnsOf(replicaIdentity, primaryKey, keys),
    uniqueKeys: keys.map((key) => key.columns),
    publicationMembership: row.membership,
    rowFilter: row.row_filter ?? void 0,
    estimatedRows: row.estimated_rows,
    sizeBytes: Number(row.size_bytes),
    storageId: row.storage_id,
    attributeCount: row.attribute_count,
    maySelect: row.may_select,
    rowSecurity: row.row_security
  };
}
function identityColumnsOf(identity, primaryKey, keys) {
  switch (identity) {
    case "default":
      return primaryKey;
    case "index":
      return keys.find((key) => key.is_identity)?.columns ?? [];
    case "full":
    case "nothing":
      return [];
    default:
      return identity;
  }
}
function identityOf(relreplident) {
  switch (relreplident) {
    case "d":
      return "default";
    case "i":
      return "index";
    case "f":
      return "full";
    default:
      return "nothing";
  }
}
function assembleColumn(row, types2) {
  return {
    attributeNumber: row.attribute_number,
    name: row.name,
    type: { ...resolveType(row.type_oid, row.typmod, types2), displayName: row.display_type },
    typeOid: row.type_oid,
    typmod: row.typmod,
    toastable: row.toastable,
    notNull: row.not_null,
    missingValue: row.has_missing ? row.missing_value ?? void 0 : void 0,
    mayBeRewritten: row.has_default && !row.has_missing
  };
}
var TYPES = (
  /*sql*/
  `
WITH RECURSIVE needed (oid) AS (
  SELECT t.oid FROM pg_type t WHERE t.oid::int8 = ANY ($1::int8[])
  UNION
  SELECT r.oid FROM needed
  JOIN pg_type t ON t.oid = needed.oid
  JOIN pg_type r ON r.oid IN (t.typbasetype, CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END)
)
SELECT t.oid::int8::float8 AS oid, t.typname::text AS name, n.nspname::text AS schema, t.typtype::text AS kind,
       t.typbasetype::int8::float8 AS base_oid, t.typtypmod AS base_typmod,
       CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END::int8::float8 AS element_oid, t.typcategory::text AS category
FROM needed JOIN pg_type t ON t.oid = needed.oid JOIN pg_namespace n ON n.oid = t.typnamespace`
);
async function readTypes(client, oids) {
  const result = await client.query(TYPES, [oids]);
  return new Map(result.rows.map((row) => [row.oid, row]));
}
function resolveType(oid, typmod, types2) {
  const row = types2.get(oid);
  if (row === void 0) {
    return {
      oid,
      name: `oid ${oid}`,
      schema: "",
      kind: "pseudo",
      typmod,
      element: void 0,
      displayName: `oid ${oid}`
    };
  }
  if (row.kind === "d") {
    return resolveType(row.base_oid, row.base_typmod, types2);
  }
  return {
    oid,
    name: row.name,
    schema: row.schema,
    kind: typeKindOf(row),
    typmod,
    element: row.element_oid === 0 ? void 0 : resolveType(row.element_oid, typmod, types2),
    displayName: row.schema === "pg_catalog" ? row.name : `${row.schema}.${row.name}`
  };
}
function typeKindOf(row) {
  if (row.category === "A") return "array";
  switch (row.kind) {
    case "b":
      return "base";
    case "e":
      return "enum";
    case "c":
      return "composite";
    case "r":
      return "range";
    case "m":
      return "multirange";
    default:
      return "pseudo";
  }
}

// src/source/facts.ts
async function readFacts(client, names) {
  const { rows: servers } = await client.query(SERVER);
  const server = servers[0];
  if (server === void 0) throw new Error("the server answered without a row");
  const publications = await client.query(PUBLICATION, [names.publicationName]);
  const slots = await client.query(SLOT, [names.slotName]);
  const supportsPublicationTables = server.version >= OLDEST_SUPPORTED_VERSION;
  const publication = publications.rows[0];
  const tables = publication === void 0 || !supportsPublicationTables ? [] : await readPublishedTables(client, names.publicationName);
  const unpublished2 = await client.query(UNPUBLISHED, [
    names.publicationName,
    names.schemas
  ]);
  return {
    serverVersion: server.version,
    walLevel: server.wal_level,
    serverEncoding: server.server_encoding,
    inRecovery: server.in_recovery,
    cluster: {
      systemIdentifier: server.system_identifier,
      timeline: server.timeline,
      databaseOid: server.database_oid
    },
    role: {
      name: server.role_name,
      mayReplicate: server.may_replicate,
      bypassesRowSecurity: server.bypasses_row_security
    },
    publication: publication === void 0 ? void 0 : publicationOf(publication),
    slot: slots.rows[0] === void 0 ? void 0 : slotOf(slots.rows[0]),
    slots: { used: server.slots_used, max: server.slots_max },
    flushLsn: parseLsn(server.flush_lsn),
    walSenderTimeoutMs: server.wal_sender_timeout_ms,
    tables,
    unpublishedTables: unpublished2.rows
  };
}
var SERVER = (
  /*sql*/
  `
SELECT current_setting('server_version_num')::int4 AS version, current_setting('wal_level') AS wal_level,
       current_setting('server_encoding') AS server_encoding,
       pg_is_in_recovery() AS in_recovery,
       (SELECT system_identifier::text FROM pg_control_system()) AS system_identifier,
       (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
       d.oid::int8::float8 AS database_oid, r.rolname::text AS role_name,
       r.rolreplication OR r.rolsuper OR EXISTS (
         SELECT 1 FROM pg_roles g WHERE g.rolname IN ('rds_replication', 'rds_superuser')
           AND pg_has_role(current_user, g.oid, 'USAGE')) AS may_replicate,
       r.rolbypassrls OR r.rolsuper AS bypasses_row_security,
       (SELECT count(*)::int4 FROM pg_replication_slots) AS slots_used,
       current_setting('max_replication_slots')::int4 AS slots_max,
       (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END)::text AS flush_lsn,
       (SELECT setting::int4 FROM pg_settings WHERE name = 'wal_sender_timeout') AS wal_sender_timeout_ms
FROM pg_database d, pg_roles r
WHERE d.datname = current_database() AND r.rolname = current_user`
);
var PUBLICATION = (
  /*sql*/
  `
SELECT oid::int8::float8 AS oid, pubname::text AS name, puballtables AS all_tables, pubinsert AS inserts, pubupdate AS updates,
       pubdelete AS deletes, pubtruncate AS truncates, pubviaroot AS via_root
FROM pg_publication WHERE pubname = $1`
);
function publicationOf(row) {
  return {
    oid: row.oid,
    name: row.name,
    forAllTables: row.all_tables,
    actions: { insert: row.inserts, update: row.updates, delete: row.deletes, truncate: row.truncates },
    viaPartitionRoot: row.via_root
  };
}
var SLOT = (
  /*sql*/
  `
SELECT s.slot_name::text AS name, s.slot_type AS type, s.plugin::text AS plugin, s.database::text AS database, s.temporary,
       s.active, s.active_pid, s.wal_status, to_jsonb(s) ->> 'invalidation_reason' AS invalidation_reason,
       s.restart_lsn::text AS restart_lsn, s.confirmed_flush_lsn::text AS confirmed_flush_lsn
FROM pg_replication_slots s WHERE s.slot_name = $1`
);
function slotOf(row) {
  return {
    name: row.name,
    type: row.type === "logical" ? "logical" : "physical",
    plugin: row.plugin ?? void 0,
    database: row.database ?? void 0,
    temporary: row.temporary,
    active: row.active,
    activePid: row.active_pid ?? void 0,
    walStatus: row.wal_status ?? void 0,
    invalidationReason: row.invalidation_reason ?? void 0,
    restartLsn: optionalLsn(row.restart_lsn),
    confirmedFlushLsn: optionalLsn(row.confirmed_flush_lsn)
  };
}
function optionalLsn(text2) {
  return text2 === null ? void 0 : parseLsn(text2);
}
var UNPUBLISHED = (
  /*sql*/
  `
SELECT n.nspname::text AS schema, c.relname::text AS name, c.relpersistence = 'u' AS unlogged
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY ($2::text[])
  AND NOT EXISTS (SELECT 1 FROM pg_publication_tables p
                  WHERE p.pubname = $1 AND p.schemaname = n.nspname AND p.tablename = c.relname)
ORDER BY 1, 2`
);

// src/source/read-rows.ts
var KEYS_PER_QUERY = 1e3;
async function readRows(client, request) {
  const rows = [];
  for (let start = 0; start < request.keys.length; start += KEYS_PER_QUERY) {
    rows.push(...await readSomeRows(client, request, request.keys.slice(start, start + KEYS_PER_QUERY)));
  }
  return rows;
}
async function readSomeRows(client, request, keys) {
  const text2 = buildRowsQuery(request);
  const parameters = request.keyColumns.map((_, column) => keys.map((key) => key[column] ?? null));
  const { rows } = await client.query({
    text: text2,
    values: parameters,
    rowMode: "array",
    types: TEXT_AS_SENT
  });
  const found = new Map(rows.map((row) => [Number(row[0]), row.slice(1)]));
  return keys.map((_, index) => found.get(index + 1));
}
var TEXT_AS_SENT = { getTypeParser: () => (text2) => text2 };
function buildRowsQuery(request) {
  const quote = quoteSourceIdentifier;
  const keyNames = request.keyColumns.map((_, index) => `k${index}`);
  const arrays = request.keyColumns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  const matches = request.keyColumns.map((column, index) => `t.${quote(column.name)} = keys.${keyNames[index] ?? ""}::${column.type}`).join(" AND ");
  const columns = request.columns.map((column) => `t.${quote(column)}`).join(", ");
  return `SELECT keys.ordinal::text, ${columns} FROM unnest(${arrays}) WITH ORDINALITY AS keys (${keyNames.join(", ")}, ordinal)
JOIN ${quote(request.schema)}.${quote(request.table)} t ON ${matches}`;
}

// src/source/replication-stream.ts
var import_pg_logical_replication = __toESM(require_dist2(), 1);
import { setTimeout as waitMs } from "node:timers/promises";

// src/source/copy-receiver.ts
function copyConnectionOf(client) {
  const connection = Reflect.get(client, "connection");
  if (!isCopyConnection(connection))
    throw new TypeError("this version of pg has no connection that carries CopyData");
  return connection;
}
function isCopyConnection(value) {
  return typeof value === "object" && value !== null && "stream" in value && "sendCopyFromChunk" in value;
}
var CopyReceiver = class {
  #connection;
  #buffer;
  #regionStart = 0;
  #regionEnd = 0;
  #starts = [];
  #ends = [];
  #ready = [];
  #wake;
  #discarding = false;
  #finished = false;
  #error;
  constructor(connection) {
    this.#connection = connection;
    connection.on("copyData", this.#receive);
    connection.on("error", this.#fail);
    connection.on("end", this.#end);
  }
  /** The next batch; `undefined` when the copy has ended. Throws what broke it. */
  async pull() {
    for (; ; ) {
      const batch = this.#ready.shift();
      if (batch !== void 0) return batch;
      if (this.#error !== void 0) throw this.#error;
      if (this.#finished) return void 0;
      const woken = new Promise((resolve3) => {
        this.#wake = resolve3;
      });
      this.#connection.stream.resume();
      await woken;
    }
  }
  /** Throws away what still arrives, so that the end of the copy can. */
  discard() {
    this.#discarding = true;
    this.#ready = [];
    this.#connection.stream.resume();
  }
  /** The copy has ended, well or with an error: `pull` tells. */
  finish = (error2) => {
    this.#sealRegion();
    this.#finished = true;
    if (error2 !== void 0) this.#error ??= error2;
    this.#wake?.();
  };
  #receive = (message) => {
    if (this.#discarding) return;
    const { chunk } = message;
    if (chunk.buffer !== this.#buffer || chunk.byteOffset < this.#regionEnd) {
      this.#sealRegion();
      this.#buffer = chunk.buffer;
      this.#regionStart = chunk.byteOffset;
      this.#connection.stream.pause();
      queueMicrotask(this.#deliver);
    }
    this.#starts.push(chunk.byteOffset - this.#regionStart);
    this.#regionEnd = chunk.byteOffset + chunk.length;
    this.#ends.push(this.#regionEnd - this.#regionStart);
  };
  #deliver = () => {
    this.#sealRegion();
    this.#wake?.();
  };
  #sealRegion() {
    if (this.#buffer === void 0) return;
    const region = new Uint8Array(this.#buffer, this.#regionStart, this.#regionEnd - this.#regionStart);
    const bytes = Buffer.allocUnsafeSlow(region.length);
    bytes.set(region);
    this.#ready.push({ bytes, starts: this.#starts, ends: this.#ends });
    this.#buffer = void 0;
    this.#regionEnd = 0;
    this.#starts = [];
    this.#ends = [];
  }
  #fail = (error2) => this.finish(error2);
  #end = () => this.finish();
};

// src/source/liveness.ts
var REPLY_REQUEST_WAITS_MS = [5, 20, 100, 500, 1e3];
function replyRequestWaitMs(requestsSoFar) {
  return REPLY_REQUEST_WAITS_MS[Math.min(requestsSoFar, REPLY_REQUEST_WAITS_MS.length - 1)] ?? 1e3;
}
var MIN_SILENCE_MS = 6e4;
function isSilentTooLong(silenceMs, walSenderTimeoutMs) {
  return silenceMs > Math.max(MIN_SILENCE_MS, 2 * walSenderTimeoutMs);
}
function statusIntervalMs(heartbeatIntervalMs, walSenderTimeoutMs) {
  return walSenderTimeoutMs === 0 ? heartbeatIntervalMs : Math.min(heartbeatIntervalMs, walSenderTimeoutMs / 4);
}

// src/model/postgres-epoch.ts
var POSTGRES_EPOCH_US = 946684800000000n;

// src/source/replication-payload.ts
var XLOG_DATA = 119;
var XLOG_DATA_HEADER_BYTES = 25;
var KEEPALIVE = 107;
function decodeKeepalive(bytes, start) {
  return {
    walEnd: lsnOf(bytes.readBigUInt64BE(start + 1)),
    replyRequested: bytes.readUInt8(start + 17) === 1
  };
}
function encodeStandbyStatus(status) {
  const message = Buffer.alloc(34);
  message.writeUInt8(114, 0);
  message.writeBigUInt64BE(status.confirmed, 1);
  message.writeBigUInt64BE(status.confirmed, 9);
  message.writeBigUInt64BE(status.confirmed, 17);
  message.writeBigInt64BE(BigInt(Math.trunc(status.nowMs)) * 1000n - POSTGRES_EPOCH_US, 25);
  message.writeUInt8(status.replyRequested ? 1 : 0, 33);
  return message;
}

// src/source/slot-active-signal.ts
var SlotActiveSignal = class extends Error {
  name = "SlotActiveSignal";
};

// src/source/replication-stream.ts
var OBJECT_IN_USE = "55006";
var ReplicationStream = class _ReplicationStream {
  #client;
  #connection;
  #receiver;
  #settings;
  #walSenderTimeoutMs;
  #ended;
  #statusTimer;
  #confirmed = ZERO_LSN;
  #closed = false;
  constructor(client, ended, settings, walSenderTimeoutMs) {
    this.#client = client;
    this.#connection = copyConnectionOf(client);
    this.#receiver = new CopyReceiver(this.#connection);
    this.#settings = settings;
    this.#walSenderTimeoutMs = walSenderTimeoutMs;
    this.#ended = ended.then(
      () => this.#receiver.finish(),
      (error2) => this.#receiver.finish(error2)
    );
    this.#statusTimer = setInterval(
      () => this.#sendStatus(false),
      statusIntervalMs(settings.heartbeatIntervalMs, walSenderTimeoutMs)
    );
    this.#statusTimer.unref();
  }
  /**
   * Starts the stream. `startLsn` 0/0 starts where the slot stands; a later one skips the transactions that
   * committed before it.
   *
   * Throws SlotActiveSignal when another consumer holds the slot.
   */
  static async open(settings, options) {
    const client = await openConnection(settings, "replication");
    const connection = copyConnectionOf(client);
    const started = new Promise((resolve3) => connection.once("replicationStart", () => resolve3()));
    const plugin = new import_pg_logical_replication.PgoutputPlugin({
      protoVersion: 1,
      // The names go into a literal as they are: unquoted, "MixedCase" would be looked up as mixedcase.
      // Brings what the last run left for this one (`Source.emitMessage`).
      messages: true,
      publicationNames: [quoteSourceIdentifier(settings.publicationName).replaceAll("'", "''")]
    });
    const ended = plugin.start(client, settings.slotName, formatLsn(options.startLsn));
    const stream = new _ReplicationStream(
      client,
      ended.then(() => void 0),
      settings,
      options.walSenderTimeoutMs
    );
    try {
      await Promise.race([started, ended]);
      return stream;
    } catch (error2) {
      await stream[Symbol.asyncDispose]();
      if (foreignErrorCode(error2) === OBJECT_IN_USE)
        throw new SlotActiveSignal("the slot is active", { cause: error2 });
      throw translateSourceError(error2, settings, `starting replication from slot "${settings.slotName}"`);
    }
  }
  /**
   * The next batch, waiting for it as long as it takes; asks the walsender for a sign of life while nothing comes,
   * so that an idle server tells at once that it has sent everything.
   *
   * Throws `source-disconnected` when the stream ends or falls silent, whatever PostgreSQL says when it fails.
   */
  async pull(signal) {
    const { promise: aborted, resolve: abort } = Promise.withResolvers();
    const onAbort = () => abort("aborted");
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      if (signal.aborted) return void 0;
      const pulled = this.#receiver.pull();
      const outcome = await this.#whileAskingForLife(Promise.race([pulled, aborted]));
      if (outcome === "aborted") {
        pulled.catch(() => void 0);
        return void 0;
      }
      if (outcome === void 0) throw this.#disconnected();
      return outcome;
    } catch (error2) {
      throw translateSourceError(error2, this.#settings, `reading slot "${this.#settings.slotName}"`);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }
  /** Confirms the slot up to exactly this LSN. */
  acknowledge(lsn) {
    if (lsn > this.#confirmed) this.#confirmed = lsn;
    this.#sendStatus(false);
  }
  /**
   * Ends the copy in order, so that the last acknowledgement has certainly been processed, and closes the
   * connection.
   */
  async close() {
    if (this.#closed) return;
    this.#receiver.discard();
    this.#connection.endCopyFrom();
    await Promise.race([this.#ended, waitMs(CLOSE_TIMEOUT_MS, void 0, { ref: false })]);
    await this[Symbol.asyncDispose]();
  }
  /** Drops the connection as it is; the slot keeps what was acknowledged. */
  async [Symbol.asyncDispose]() {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#statusTimer);
    this.#connection.stream.destroy();
    await this.#client.end().catch(() => void 0);
  }
  async #whileAskingForLife(arrival) {
    let requests = 0;
    const silentSince = performance.now();
    const { promise: dead, reject } = Promise.withResolvers();
    let timer;
    const ask = () => {
      if (isSilentTooLong(performance.now() - silentSince, this.#walSenderTimeoutMs)) {
        reject(this.#disconnected());
        return;
      }
      this.#sendStatus(true);
      requests += 1;
      timer = setTimeout(ask, replyRequestWaitMs(requests));
    };
    timer = setTimeout(ask, replyRequestWaitMs(0));
    try {
      return await Promise.race([arrival, dead]);
    } finally {
      clearTimeout(timer);
    }
  }
  #sendStatus(replyRequested) {
    if (this.#closed) return;
    this.#connection.sendCopyFromChunk(
      encodeStandbyStatus({ confirmed: this.#confirmed, replyRequested, nowMs: Date.now() })
    );
  }
  #disconnected() {
    return new IngestError("source-disconnected", "The replication stream from PostgreSQL ended.", {
      solution: "Run again: nothing is lost, the next run goes on from the checkpoint."
    });
  }
};
var CLOSE_TIMEOUT_MS = 2e3;

// src/source/snapshot.ts
var SLOT_CREATION_TIMEOUT_MS = 6e4;
var QUERY_CANCELED = "57014";
var CONFIGURATION_LIMIT_EXCEEDED = "53400";
async function createSlotSnapshot(settings, slot) {
  const exporter = await openConnection(settings, "replication");
  try {
    slot.abandon.throwIfAborted();
    const created = await createSlot(exporter, settings, slot);
    return new ExportedSnapshot(
      settings,
      exporter,
      created.snapshot_name,
      parseLsn(created.consistent_point)
    );
  } catch (error2) {
    await exporter.end().catch(() => void 0);
    throw error2;
  }
}
async function createSlot(exporter, settings, slot) {
  const temporary = slot.temporary ? " TEMPORARY" : "";
  const cancel = () => void cancelBackend(settings, exporter).catch(() => void 0);
  const timer = setTimeout(cancel, SLOT_CREATION_TIMEOUT_MS);
  slot.abandon.addEventListener("abort", cancel, { once: true });
  try {
    const { rows } = await exporter.query(
      `CREATE_REPLICATION_SLOT ${quoteSourceIdentifier(slot.name)}${temporary} LOGICAL pgoutput (SNAPSHOT 'export')`
    );
    const created = rows[0];
    if (created === void 0) throw new Error("the server made a slot and told nothing about it");
    return created;
  } catch (error2) {
    throw translateCreationError(error2, settings, slot.name);
  } finally {
    clearTimeout(timer);
    slot.abandon.removeEventListener("abort", cancel);
  }
}
function translateCreationError(error2, settings, slotName2) {
  switch (foreignErrorCode(error2)) {
    case QUERY_CANCELED:
      return new IngestError(
        "slot-creation-blocked",
        `Slot "${slotName2}" could not be made: transactions that were open before it did not end within ${SLOT_CREATION_TIMEOUT_MS / 1e3} s.`,
        {
          solution: "End them or wait, in every database of the cluster:\nSELECT pid, datname, xact_start, state FROM pg_stat_activity WHERE backend_xid IS NOT NULL ORDER BY xact_start;",
          cause: error2
        }
      );
    case CONFIGURATION_LIMIT_EXCEEDED:
      return new IngestError("slots-exhausted", "PostgreSQL has no free replication slot.", {
        solution: "ALTER SYSTEM SET max_replication_slots = 20; -- and restart, or drop a slot nobody uses",
        cause: error2
      });
    default:
      return translateSourceError(error2, settings, `making slot "${slotName2}"`);
  }
}
async function cancelBackend(settings, blocked) {
  const pid = Reflect.get(blocked, "processID");
  const client = await openConnection(settings, "query");
  try {
    await client.query("SELECT pg_cancel_backend($1)", [pid]);
  } finally {
    await client.end();
  }
}
var ExportedSnapshot = class {
  consistentPoint;
  takenAt;
  #settings;
  #exporter;
  #name;
  constructor(settings, exporter, name, consistentPoint) {
    this.#settings = settings;
    this.#exporter = exporter;
    this.#name = name;
    this.consistentPoint = consistentPoint;
    this.takenAt = BigInt(Date.now()) * 1000n;
  }
  async *copyTable(request, abandon) {
    const doing = `copying ${request.schema}.${request.table}`;
    const client = await openConnection(this.#settings, "query");
    const drop = () => copyConnectionOf(client).stream.destroy();
    abandon.addEventListener("abort", drop, { once: true });
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await client.query(`SET TRANSACTION SNAPSHOT ${quoteSourceLiteral(this.#name)}`);
      const receiver = new CopyReceiver(copyConnectionOf(client));
      client.query(buildCopy(request)).then(
        () => receiver.finish(),
        (error2) => receiver.finish(error2)
      );
      for (; ; ) {
        const batch = await receiver.pull();
        if (batch === void 0) return;
        yield batch;
      }
    } catch (error2) {
      throw translateSourceError(error2, this.#settings, doing);
    } finally {
      abandon.removeEventListener("abort", drop);
      drop();
      await client.end().catch(() => void 0);
    }
  }
  async [Symbol.asyncDispose]() {
    await this.#exporter.end().catch(() => void 0);
  }
};
function buildCopy(request) {
  const columns = request.columns.map(quoteSourceIdentifier).join(", ");
  const from = `${quoteSourceIdentifier(request.schema)}.${quoteSourceIdentifier(request.table)}`;
  const where = request.rowFilter === void 0 ? "" : ` WHERE ${request.rowFilter}`;
  return `COPY (SELECT ${columns} FROM ${from}${where}) TO STDOUT`;
}

// src/source/postgres-source.ts
async function openPostgresSource(settings, schemas) {
  return new PostgresSource(settings, schemas, await openConnection(settings, "query"));
}
var PostgresSource = class {
  #settings;
  #schemas;
  #client;
  #underWay = Promise.resolve();
  constructor(settings, schemas, client) {
    this.#settings = settings;
    this.#schemas = schemas;
    this.#client = client;
  }
  readFacts() {
    const { slotName: slotName2, publicationName } = this.#settings;
    return this.#asking(
      "reading its catalog",
      (client) => readFacts(client, { slotName: slotName2, publicationName, schemas: this.#schemas })
    );
  }
  readTables(oids) {
    return this.#asking(
      "reading its catalog",
      (client) => readPublishedTables(client, this.#settings.publicationName, oids)
    );
  }
  readFlushLsn() {
    return this.#asking("reading its flush LSN", async (client) => {
      const { rows } = await client.query("SELECT pg_current_wal_flush_lsn()::text AS lsn");
      return parseLsn(rows[0]?.lsn ?? "");
    });
  }
  emitMessage(prefix, content) {
    return this.#asking("writing a logical message", async (client) => {
      await client.query("SELECT pg_logical_emit_message(true, $1, $2::text)", [prefix, content]);
    });
  }
  readRows(request) {
    return this.#asking(
      `reading rows of ${request.schema}.${request.table} again`,
      (client) => readRows(client, request)
    );
  }
  createSlot(abandon) {
    return createSlotSnapshot(this.#settings, { name: this.#settings.slotName, temporary: false, abandon });
  }
  openSnapshot(abandon) {
    const name = `tributary_load_${randomBytes(6).toString("hex")}`;
    return createSlotSnapshot(this.#settings, { name, temporary: true, abandon });
  }
  openStream(options) {
    return ReplicationStream.open(this.#settings, options);
  }
  async [Symbol.asyncDispose]() {
    await this.#client.end().catch(() => void 0);
  }
  /** One question at a time: tables that are merged at the same time share the one connection. */
  #asking(doing, ask) {
    const answer = this.#underWay.then(async () => {
      try {
        return await ask(this.#client);
      } catch (error2) {
        throw translateSourceError(error2, this.#settings, doing);
      }
    });
    this.#underWay = answer.catch(() => void 0);
    return answer;
  }
};

// src/commands/open-warehouse.ts
async function warehouseOf(pipeline, environment) {
  const { target } = pipeline;
  switch (target.tag) {
    case "embedded": {
      const { embeddedWarehouse } = await import("./part-UQ6FM6JX.mjs").catch(
        explainMissingPackage
      );
      return embeddedWarehouse(target);
    }
    case "unity_catalog": {
      const { openDatabricks } = await import("./part-OOIO375T.mjs");
      return openDatabricks(pipeline, target, environment);
    }
    default:
      return target;
  }
}
function explainMissingPackage(error2) {
  if (!(error2 instanceof Error) || !("code" in error2) || error2.code !== "ERR_MODULE_NOT_FOUND") throw error2;
  throw new IngestError(
    "target-unsupported",
    "The embedded lakehouse needs the package @duckdb/node-api, which is not installed here: it holds native code and cannot be part of the packaged GitHub Action.",
    {
      solution: 'In a workflow, check out Tributary, run "npm ci" in it, and use its command line in a step: npx tributary run --config …',
      cause: error2
    }
  );
}

// src/commands/open-probe.ts
async function openProbe(pipeline, environment) {
  const { target } = pipeline;
  switch (target.tag) {
    case "embedded": {
      const { openEmbeddedProbe } = await import("./part-XGKFVF34.mjs");
      return openEmbeddedProbe(pipeline, target, await warehouseOf(pipeline, environment));
    }
    case "unity_catalog": {
      const { openDatabricksProbe } = await import("./part-OOIO375T.mjs");
      return openDatabricksProbe(pipeline, target, environment);
    }
    default:
      return target;
  }
}

// src/commands/check-pipelines.ts
async function checkPipelines(options) {
  const checks = [];
  for (const pipeline of options.pipelines) {
    options.onBegin(pipeline);
    const check2 = await checkPipeline({
      pipeline,
      source: options.skipSource ? void 0 : POSTGRES,
      openProbe: options.skipTarget ? void 0 : () => openProbe(pipeline, options.environment)
    });
    checks.push(check2);
    options.onCheck(check2);
  }
  return checks;
}
var POSTGRES = {
  open: openPostgresSource,
  tryReplication: async (settings) => {
    const client = await openConnection(settings, "replication");
    await client.end();
  }
};
function exitCodeOfChecks(checks) {
  return checks.some(hasFailed) ? 1 : 0;
}
function checkAnnouncement({ name, target }, skipTarget) {
  return target.tag === "unity_catalog" && !skipTarget ? `${name}: asking PostgreSQL and the SQL warehouse, which this may start (seconds; a classic one takes minutes)` : `${name}: looking`;
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

// src/commands/failure.ts
function toIngestError(error2) {
  if (error2 instanceof IngestError) return error2;
  const message = error2 instanceof Error ? `${error2.name}: ${error2.message}` : String(error2);
  return new IngestError("internal-error", `Something unforeseen happened. ${message}`, { cause: error2 });
}
function errorReportOf({ code, message, solution }) {
  return { code, message, solution: solution ?? null };
}

// src/config/config-document.ts
var START = { line: 1, column: 1 };
function pathKey(path6) {
  return JSON.stringify(path6.map(String));
}
function isWritten(document, ...path6) {
  return document.located.has(pathKey(path6));
}
function keyPlace(document, path6) {
  return nearest(document, path6)?.key ?? START;
}
function valuePlace(document, path6) {
  const located = document.located.get(pathKey(path6));
  return located?.value ?? keyPlace(document, path6);
}
function isKnown(document, path6) {
  return path6.every((_, index) => document.located.get(pathKey(path6.slice(0, index + 1)))?.known !== false);
}
function valueAt(value, path6) {
  let current = value;
  for (const key of path6) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return void 0;
    current = Reflect.get(current, key);
  }
  return current;
}
function showValue(document, ...path6) {
  const [variable] = document.located.get(pathKey(path6))?.variables ?? [];
  if (variable !== void 0) return `the value of \${${variable}}`;
  const value = valueAt(document.value, path6);
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
function showPath(path6) {
  return path6.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`).join("");
}
function knownText(document, path6) {
  const value = valueAt(document.value, path6);
  return typeof value === "string" && isKnown(document, path6) ? value : void 0;
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
function nearest(document, path6) {
  for (let length = path6.length; length >= 0; length -= 1) {
    const located = document.located.get(pathKey(path6.slice(0, length)));
    if (located !== void 0) return located;
  }
  return void 0;
}

// src/config/config-files.ts
import { readdir as readdir2, readFile as readFile2, stat as stat2 } from "node:fs/promises";
var nodeConfigFiles = {
  async kindOf(path6) {
    const stats = await stat2(path6).catch((error2) => {
      if (isMissing(error2)) return void 0;
      throw error2;
    });
    if (stats?.isDirectory() === true) return "directory";
    return stats?.isFile() === true ? "file" : "missing";
  },
  namesIn: (path6) => readdir2(path6),
  read: (path6) => readFile2(path6)
};
function isMissing(error2) {
  const code = error2 instanceof Error && "code" in error2 ? error2.code : void 0;
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
  return paths.filter((_, index) => kinds[index] === "file");
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
  const path6 = ["target", "table_properties"];
  const properties = valueAt(document.value, path6);
  if (typeof properties !== "object" || properties === null || Array.isArray(properties)) return [];
  return Object.entries(properties).flatMap(
    ([name, value]) => checkProperty(document, [...path6, name], name, value)
  );
}
function checkProperty(document, path6, name, value) {
  if (!/^[A-Za-z][A-Za-z0-9_.-]*$/.test(name) || RESERVED.has(name.toLowerCase()))
    return [
      errorAt(
        document,
        keyPlace(document, path6),
        "invalid-value",
        `\`${name}\` is not the name of a table property.`,
        "Delta’s begin with `delta.`; names of your own take letters, digits, `_`, `-` and `.`."
      )
    ];
  const own = isOwnProperty(name) ? OWN_PROPERTIES[name.toLowerCase()] : void 0;
  if (own === void 0 || !isKnown(document, path6) || String(value).toLowerCase() === own.allowed) return [];
  return [
    errorAt(
      document,
      valuePlace(document, path6),
      "contradiction",
      `\`${name}\` cannot be set ${own.allowed === void 0 ? "here" : "to this"}: ${own.reason}.`,
      own.allowed === void 0 ? "Remove it." : `Remove it: new tables have \`${own.allowed}\`.`
    )
  ];
}

// src/config/resolve-source.ts
import path2 from "node:path";

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
function missing(document, path6, hint) {
  if (isWritten(document, ...path6)) return [];
  const message = `\`${path6.join(".")}\` is missing.`;
  return [errorAt(document, keyPlace(document, path6.slice(0, -1)), "missing-field", message, hint)];
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
    statementTimeoutMs: parseDuration(target.statement_timeout)
  };
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
      maxPartRows: limits.part.max_rows
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
function keysAt(schema, value, path6) {
  const found = unwrap(schemaAt(schema, value, path6));
  if (found instanceof ZodObject) return objectKeys(found, void 0);
  if (!(found instanceof ZodDiscriminatedUnion)) return [];
  const chosen = chosenOption(found, valueAt(value, path6));
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
    const path6 = prefix === "" ? key : `${prefix}.${key}`;
    return [...key === name ? [path6] : [], ...fieldsNamed(field, name, path6)];
  });
}
function unwrap(schema) {
  if (schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}
function schemaAt(schema, value, path6) {
  let current = schema;
  path6.forEach((key, index) => {
    current = childSchema(unwrap(current), valueAt(value, path6.slice(0, index)), key);
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

// src/config/schema-issue.ts
var PLANNED_VALUES = {
  "target.write_mode.type": ["append", "scd2"]
};
function diagnoseIssue(document, schema, issue2) {
  const { path: path6 } = issue2;
  if (issue2.code === "unrecognized_keys") {
    return issue2.keys.map((key) => diagnoseUnknownKey(document, schema, [...path6, key]));
  }
  if (path6.length > 0 && !isWritten(document, ...path6)) return [diagnoseMissing(document, schema, path6)];
  switch (issue2.code) {
    case "invalid_type":
      return [diagnoseType(document, path6, issue2.expected)];
    case "invalid_value":
      return [diagnoseWord(document, path6, issue2.values)];
    case "invalid_union":
      return [diagnoseWord(document, path6, unionWords(issue2))];
    case "too_small":
      return [invalidValue(document, path6, tooSmall(issue2))];
    case "too_big":
      return [invalidValue(document, path6, tooBig(issue2))];
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return [invalidValue(document, path6, issue2.message)];
  }
}
function diagnoseUnknownKey(document, schema, path6) {
  const key = String(path6.at(-1));
  const parent = path6.slice(0, -1);
  const keys = keysAt(schema, document.value, parent);
  const place = keyPlace(document, path6);
  const elsewhere = keys.find(({ name, otherType }) => name === key && otherType !== void 0);
  if (elsewhere !== void 0) {
    const type = showValue(document, ...parent, "type");
    return errorAt(
      document,
      place,
      "contradiction",
      `\`${showPath(path6)}\` has no meaning with \`type:\` ${type}.`,
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
    keyHint(key, known, schema)
  );
}
function keyHint(key, known, schema) {
  const near = nearestWord(key, known);
  if (near !== void 0) return `Did you mean \`${near}\`?`;
  const [elsewhere] = fieldsNamed(schema, key);
  if (elsewhere !== void 0) return `It belongs at \`${elsewhere}\`.`;
  return `Known here: ${listWords(known)}.`;
}
function diagnoseMissing(document, schema, path6) {
  const key = String(path6.at(-1));
  const parent = path6.slice(0, -1);
  const field = keysAt(schema, document.value, parent).find(({ name }) => name === key);
  const description = field?.otherType === void 0 ? field?.description : void 0;
  const types2 = keysAt(schema, document.value, parent).flatMap(({ otherType }) => otherType ?? []);
  const meaning = description ?? (key === "type" && types2.length > 0 ? `one of ${listWords([...new Set(types2)])}.` : "");
  return errorAt(
    document,
    keyPlace(document, parent),
    "missing-field",
    `\`${showPath(path6)}\` is missing.`,
    meaning === "" ? `Add \`${key}:\`.` : `Add \`${key}:\` ${meaning}`
  );
}
function diagnoseType(document, path6, expected) {
  const found = valueAt(document.value, path6);
  const subject = path6.length === 0 ? "The document" : `\`${showPath(path6)}\``;
  const [variable] = document.located.get(pathKey(path6))?.variables ?? [];
  const what = variable === void 0 ? typeWord(found) : `text (the value of \${${variable}})`;
  return errorAt(
    document,
    valuePlace(document, path6),
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
function unionWords(issue2) {
  return "options" in issue2 && Array.isArray(issue2.options) ? issue2.options : [];
}
function diagnoseWord(document, path6, allowed) {
  const words = allowed.filter((word) => typeof word === "string");
  const found = valueAt(document.value, path6);
  if (typeof found !== "string") return diagnoseType(document, path6, "string");
  const place = valuePlace(document, path6);
  const shown = showValue(document, ...path6);
  if (PLANNED_VALUES[showPath(path6)]?.includes(found) === true) {
    const message = `\`${showPath(path6)}\`: ${shown} is not supported yet.`;
    return errorAt(document, place, "unsupported-value", message, `Use ${listWords(words)}.`);
  }
  const fromVariable = (document.located.get(pathKey(path6))?.variables.length ?? 0) > 0;
  const near = fromVariable ? void 0 : nearestWord(found, words);
  return errorAt(
    document,
    place,
    "invalid-value",
    `\`${showPath(path6)}\`: ${shown} is not one of ${listWords(words)}.`,
    near === void 0 ? void 0 : `Did you mean \`${near}\`?`
  );
}
function invalidValue(document, path6, expectation) {
  return errorAt(
    document,
    valuePlace(document, path6),
    "invalid-value",
    `\`${showPath(path6)}\`: ${expectation}.`
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
  const diagnostics = second.error.issues.filter((issue2) => isKnown(document, issue2.path)).flatMap((issue2) => diagnoseIssue(document, schema, issue2));
  return { data: void 0, settled, diagnostics };
}
function settleTypes(document, issues) {
  let settled = document.value;
  for (const issue2 of issues) {
    const value = valueAt(settled, issue2.path);
    if (!isKnown(document, issue2.path)) {
      settled = replaceAt(settled, issue2.path, void 0);
    } else if (issue2.code === "invalid_type" && comesFromVariable(document, issue2.path)) {
      settled = replaceAt(settled, issue2.path, typedText(value, issue2.expected));
    }
  }
  return settled;
}
function comesFromVariable(document, path6) {
  return (document.located.get(pathKey(path6))?.variables.length ?? 0) > 0;
}
function typedText(value, expected) {
  if (typeof value !== "string") return value;
  if (expected === "boolean" && (value === "true" || value === "false")) return value === "true";
  const isNumber = (expected === "number" || expected === "int") && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}
function replaceAt(value, path6, replacement) {
  const [key, ...rest] = path6;
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
      (_, tableIndex) => mayBeShown(document, ["selection", "schemas", schemaIndex, "tables", tableIndex, "name"])
    ).map(({ name }) => name).filter((name) => !isGlob(name))
  );
}
function mayBeShown(document, path6) {
  return isWritten(document, ...path6) && document.located.get(pathKey(path6))?.variables.length === 0;
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
    const path6 = ["selection", "schemas", index, "name"];
    const firstLine = valuePlace(document, ["selection", "schemas", first, "name"]).line;
    return [
      errorAt(
        document,
        valuePlace(document, path6),
        "duplicate-table",
        `Tables of the schema ${showValue(document, ...path6)} are selected twice: it is listed on line ${firstLine} too, and one of the two takes all its tables.`,
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
  return selected.flatMap(({ schema, name, path: path6 }, index) => {
    const namePath = [...path6, "name"];
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
    const renamed = [...path6, "destination_table"];
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
    const path6 = ["target", "write_mode", "keys", table];
    const place = keyPlace(document, path6);
    const first = keys.findIndex((other) => meanSameTable(selection, other.table, table));
    if (first < index) {
      const message = `\`${table}\` and \`${keys[first]?.table}\` mean one table and have a key each.`;
      return [errorAt(document, place, "contradiction", message, "Keep one of the two.")];
    }
    return [
      ...checkReference(document, selection, table, { place, shown: `\`${table}\``, known: true }),
      ...columns.flatMap(
        (column, columnIndex) => checkKeyColumn(document, selection, { table, column, path: [...path6, columnIndex] })
      )
    ];
  });
}
function checkKeyColumn(document, selection, { table, column, path: path6 }) {
  const key = `${showValue(document, ...path6)}, which is in the row key of \`${table}\` (\`${showPath(path6.slice(0, -1))}\`)`;
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
  const path6 = ["selection", list, index, "table"];
  return {
    place: valuePlace(document, path6),
    shown: showValue(document, ...path6),
    known: isKnown(document, path6)
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
  const path6 = [kind, "name"];
  const first = /* @__PURE__ */ new Map();
  return documents.flatMap((document) => {
    const name = valueAt(document.value, path6);
    if (typeof name !== "string" || !isKnown(document, path6)) return [];
    const earlier = first.get(name);
    if (earlier === void 0) {
      first.set(name, document);
      return [];
    }
    return [
      errorAt(
        document,
        valuePlace(document, path6),
        "duplicate-name",
        `Another ${kind} is called ${showValue(document, ...path6)}: ${showPlace(earlier, path6)}.`,
        `Give each ${kind} a name of its own.`
      )
    ];
  });
}
function unknownGateway(document, gateways) {
  const path6 = ["source", "gateway"];
  const wanted = valueAt(document.value, path6);
  if (typeof wanted !== "string" || !isKnown(document, path6)) return [];
  const names = gateways.flatMap((gateway) => {
    const name = valueAt(gateway.value, ["gateway", "name"]);
    const isPlain2 = gateway.located.get(pathKey(["gateway", "name"]))?.variables.length === 0;
    return typeof name === "string" && isPlain2 ? [name] : [];
  });
  const isPlain = document.located.get(pathKey(path6))?.variables.length === 0;
  const near = isPlain ? nearestWord(wanted, names) : void 0;
  const known = names.length === 0 ? "The files given hold no gateway: give the file with it too." : `Known gateways: ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return [
    errorAt(
      document,
      valuePlace(document, path6),
      "unknown-gateway",
      `There is no gateway ${showValue(document, ...path6)} in the files given.`,
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
function showPlace(document, path6) {
  return `${document.file}:${valuePlace(document, path6).line}`;
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
      const path6 = ["selection", "schemas", schemaIndex, "tables", tableIndex, "name"];
      return [{ document, path: path6, target: JSON.stringify([...home, table]).toLowerCase() }];
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
  const place = valuePlace(earlier.document, earlier.path);
  const where = earlier.document.file === filling.document.file ? `line ${place.line}` : `${earlier.document.file}:${place.line}`;
  const source = showValue(earlier.document, ...earlier.path);
  return errorAt(
    filling.document,
    valuePlace(filling.document, filling.path),
    "shared-target",
    `The table ${showValue(filling.document, ...filling.path)} goes to the same target table as ${source} (${where}).`,
    "Give one of them a `destination_table`, or another target schema or prefix."
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
    ...checkTableProperties(document),
    ...warnOfSecrets(document)
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
  const path6 = knownText(document, HTTP_PATH)?.trim();
  if (path6 === void 0 || path6 === "") return [];
  if (/^\/?sql\/protocolv1\//i.test(path6))
    return refuse(
      document,
      HTTP_PATH,
      "is the path of a cluster",
      "A SQL warehouse is needed: its path begins with `/sql/1.0/warehouses/` (SQL Warehouses, Connection details)."
    );
  if (/^\/?sql\/1\.0\/(warehouses|endpoints)\/[A-Za-z0-9-]+\/?$/.test(path6)) return [];
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
    (path6) => knownText(document, path6)?.toLowerCase() === "information_schema" ? refuse(document, path6, "belongs to the catalog itself", "Name another schema.") : []
  );
  return [...catalogs, ...schemas];
}
function checkDefaultVolume(document) {
  const volume = knownText(document, ["target", "volume"]);
  if (volume === void 0 && isWritten(document, "target", "volume")) return [];
  const written = volume?.split(".").length ?? 1;
  const state = isWritten(document, "target", "state_schema") ? "state_schema" : "schema";
  const taken = [...written < 3 ? ["catalog"] : [], ...written < 2 ? [state] : []];
  return taken.map((name) => ["target", name]).filter((path6) => /[!-,:-@[-^`{-~]/.test(knownText(document, path6) ?? "")).flatMap(
    (path6) => refuse(
      document,
      path6,
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
      (_, tableIndex) => [
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
  return paths.filter((path6) => knownText(document, path6)?.includes("${") === true).flatMap(
    (path6) => refuse(document, path6, "holds `${`, which Databricks cannot take in a name", "Use another name.")
  );
}
var MAX_STATEMENT_MS = 1728e5;
function checkStatementTimeout(document) {
  const path6 = ["target", "statement_timeout"];
  const length = parseDuration(knownText(document, path6) ?? "");
  if (length === 0 || length >= 1e3 && length <= MAX_STATEMENT_MS) return [];
  return refuse(
    document,
    path6,
    "is outside of what a warehouse takes",
    "Write a time between `1s` and `2d`."
  );
}
var SECRETS = [
  ["target", "databricks", "auth", "token"],
  ["target", "databricks", "auth", "client_secret"]
];
function warnOfSecrets(document) {
  return SECRETS.filter(
    (path6) => knownText(document, path6) !== void 0 && (document.located.get(pathKey(path6))?.variables.length ?? 0) === 0
  ).map((path6) => ({
    severity: "warning",
    file: document.file,
    ...valuePlace(document, path6),
    code: "secret-in-file",
    message: `\`${showPath(path6)}\` stands in the file in clear text.`,
    hint: "Take it from an environment variable, and replace it in Databricks: whoever read the file knows it."
  }));
}
function refuse(document, path6, what, hint) {
  const message = `\`${showPath(path6)}\`: ${showValue(document, ...path6)} ${what}.`;
  return [errorAt(document, valuePlace(document, path6), "invalid-value", message, hint)];
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
function unknown(document, path6, what, hint) {
  const place = isWritten(document, ...path6) ? keyPlace(document, path6) : keyPlace(document, []);
  return errorAt(document, place, "document-unknown", `The document cannot be used: ${what}.`, hint);
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
  return NOT_ACTED_ON.filter(({ path: path6 }) => isWritten(document, ...path6)).map(({ path: path6, message, hint }) => ({
    severity: "warning",
    file: document.file,
    ...keyPlace(document, path6),
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
  auth
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
      ...warnNotActedOn(document)
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
  return { pipelines, gateways, diagnostics };
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
    diagnostics.push(...found);
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

// src/config/read-config-file.ts
var MAX_FILE_BYTES = 1024 * 1024;
async function readConfigFile({ shown, absolute }, files) {
  try {
    return decodeConfigFile(shown, await files.read(absolute));
  } catch (error2) {
    return { tag: "unusable", diagnostic: unreadable(shown, error2) };
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
function unreadable(file, error2) {
  const code = error2 instanceof Error && "code" in error2 ? String(error2.code) : "unknown error";
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
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (isUtf8(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
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
var import_yaml2 = __toESM(require_dist3(), 1);

// src/config/document-reader.ts
var import_yaml = __toESM(require_dist3(), 1);

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
  const malformed3 = [];
  const filled = text2.replace(
    PLACEHOLDER,
    (placeholder, name, fallback2, index) => {
      if (placeholder === "$${") return "${";
      const length = placeholder.length;
      if (name === void 0) {
        malformed3.push({ index, length });
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
  return { text: filled, used, missing: missing2, malformed: malformed3 };
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
    } catch (error2) {
      if (!(error2 instanceof TooComplexSignal)) throw error2;
      this.#report(
        place,
        "yaml-too-complex",
        "The document is too large, or its aliases make it so.",
        TOO_COMPLEX_HINT
      );
      return { value: void 0, diagnostics: this.#diagnostics };
    }
  }
  #valueOf(node, path6, key) {
    this.#valueCount += 1;
    if (this.#valueCount > MAX_VALUES || path6.length > MAX_DEPTH2) throw new TooComplexSignal();
    if ((0, import_yaml.isAlias)(node)) return this.#aliasValue(node, path6, key);
    if ((0, import_yaml.isMap)(node)) return this.#mapValue(node, path6);
    if ((0, import_yaml.isSeq)(node)) {
      return node.items.map((item, index) => this.#entryValue(item, [...path6, index], void 0));
    }
    return (0, import_yaml.isScalar)(node) ? this.#scalarValue(node, path6, key) : void 0;
  }
  #aliasValue(alias, path6, key) {
    const target = alias.resolve(this.#options.document);
    if (target !== void 0) return this.#valueOf(target, path6, key);
    const value = this.#placeOf(alias);
    this.#located.set(pathKey(path6), { key, value, variables: [], known: false });
    this.#report(
      value,
      "yaml-syntax",
      "Syntax error: an alias (`*name`) has no anchor (`&name`) before it.",
      "Define the anchor above it in the same document, or put the value in quotes."
    );
    return void 0;
  }
  #mapValue(map, path6) {
    const entries = /* @__PURE__ */ new Map();
    const lines = /* @__PURE__ */ new Map();
    for (const pair of map.items) {
      const name = this.#keyName(pair);
      if (name === void 0) continue;
      const place = this.#placeOf(pair.key);
      const firstLine = lines.get(name);
      if (firstLine === void 0) {
        lines.set(name, place.line);
        entries.set(name, this.#entryValue(pair.value, [...path6, name], place));
      } else {
        this.#report(
          place,
          "duplicate-key",
          `\`${showPath([...path6, name])}\` is given twice; the first is on line ${firstLine}.`,
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
  #entryValue(node, path6, keyPlace2) {
    const empty = isEmpty(node);
    const value = empty && keyPlace2 !== void 0 ? keyPlace2 : this.#placeOf(node);
    const key = keyPlace2 ?? value;
    this.#located.set(pathKey(path6), { key, value, variables: [], known: !empty });
    if (!empty) return this.#valueOf(node, path6, key);
    this.#report(
      key,
      "empty-value",
      `\`${showPath(path6)}\` has no value.`,
      "Put a value after it, or remove it where the default is meant."
    );
    return void 0;
  }
  #scalarValue(scalar, path6, key) {
    if (typeof scalar.value !== "string") return scalar.value;
    const interpolation = interpolate(scalar.value, this.#options.environment);
    const { text: text2, used, missing: missing2, malformed: malformed3 } = interpolation;
    if (used.length > 0 || malformed3.length > 0) {
      const variables = used.map(({ name }) => name);
      const known = missing2.length === 0 && malformed3.length === 0;
      this.#located.set(pathKey(path6), { key, value: this.#placeOf(scalar), variables, known });
      this.#reportVariables(scalar, path6, interpolation);
    }
    return text2;
  }
  #reportVariables(scalar, path6, { missing: missing2, malformed: malformed3 }) {
    for (const use of missing2) {
      this.#report(
        this.#placeInside(scalar, use),
        "variable-missing",
        `The environment variable ${use.name} that \`${showPath(path6)}\` needs is not set, or is empty.`,
        `Set ${use.name}, or write \`\${${use.name}:-default}\`.`
      );
    }
    for (const stretch of malformed3) {
      this.#report(
        this.#placeInside(scalar, stretch),
        "variable-malformed",
        `\`${showPath(path6)}\` has a \`\${\` that begins no variable.`,
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
      diagnostics.push(...oneALine(syntaxErrors.map((error2) => syntaxDiagnostic(file, error2, lineCounter))));
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
  } catch (error2) {
    if (error2 instanceof RangeError) return void 0;
    throw error2;
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
function syntaxDiagnostic(file, error2, lineCounter) {
  const place = placeBetween(lineCounter, error2.pos[0], error2.pos[1]);
  const [message, hint] = SYNTAX_FAULTS[error2.code] ?? [
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

// src/config/load-config.ts
async function loadConfig(options) {
  const { environment, workingDirectory, files = nodeConfigFiles } = options;
  const found = await findFiles(options.paths, workingDirectory, files);
  const texts = await Promise.all(found.paths.map((path6) => readConfigFile(path6, files)));
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
  return {
    pipelines: set.pipelines,
    gateways: set.gateways.map(({ settings: { gateway, source } }) => ({
      name: gateway.name,
      host: source.host,
      port: source.port
    })),
    diagnostics: sortDiagnostics(set.diagnostics)
  };
}
async function findFiles(given, workingDirectory, files) {
  const paths = [];
  const diagnostics = [];
  for (const path6 of given) {
    try {
      const expansion = await expandPath(path6, workingDirectory, files);
      if (expansion.tag === "files") paths.push(...expansion.paths);
      else diagnostics.push(nothingAt(path6, expansion.reason));
    } catch (error2) {
      diagnostics.push(unreadable(path6, error2));
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
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === void 0 || before.file !== diagnostic.file || before.line !== diagnostic.line || before.column !== diagnostic.column || before.message !== diagnostic.message;
  });
}
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

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
function countDiagnostics(diagnostics) {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  return [
    ...errors > 0 ? [formatNumberOf(errors, "error")] : [],
    ...warnings > 0 ? [formatNumberOf(warnings, "warning")] : []
  ].join(", ");
}
function isError(diagnostic) {
  return diagnostic.severity === "error";
}
function diagnosticLines(diagnostic, style) {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = style.bold(`${printableLine(file)}:${line}:${column}`);
  const kind = severity === "error" ? style.red("error") : style.yellow("warning");
  const hintLines = hint === void 0 ? [] : printable(hint).split("\n");
  return [
    `${place} ${kind} ${printableLine(message)} ${style.dim(`[${code}]`)}`,
    ...hintLines.map((hintLine) => `  ${hintLine}`)
  ];
}

// src/commands/load-checked-config.ts
async function loadGivenConfig(options) {
  if (options.paths.length === 0)
    throw new IngestError("usage-invalid", "No configuration is given.", {
      solution: "Name the files, directories or globs, such as --config pipelines/ (in a workflow: the input config)."
    });
  return await loadConfig(options);
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
  const path6 = relative(root, resolve(workingDirectory, file));
  return path6.startsWith("..") || isAbsolute(path6) ? file : path6.split(sep).join("/");
}

// src/commands/run-pipelines.ts
import { mkdtemp, rm as rm2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/acknowledge.ts
function acknowledge(stream, lsn) {
  stream.acknowledge(lsn);
}

// src/ingest/checkpoint-hint.ts
import { createHash } from "node:crypto";
var HINT_PREFIX = "tributary";
function selectionOf(pipeline, facts, selected) {
  const shape = selected.map(({ source: source2, columns, keyColumns, target }) => [
    source2.oid,
    source2.publicationMembership,
    columns.map(({ attributeNumber, name, typeOid, typmod }) => [attributeNumber, name, typeOid, typmod]),
    keyColumns,
    target
  ]);
  const { source, write } = pipeline;
  const place = [facts.cluster, facts.publication?.oid, source.slotName];
  return digest(JSON.stringify([pipeline.name, placeOf(pipeline), place, write.deletedRows, shape]));
}
function formatCheckpointHint(pipeline, { selection, lsn }) {
  return `${ownerOf(pipeline)} ${selection} ${lsn}`;
}
function formatVoidHint(pipeline) {
  return formatCheckpointHint(pipeline, { selection: "0".repeat(64), lsn: ZERO_LSN });
}
function parseCheckpointHint(pipeline, text2) {
  const [, owner, selection, lsn] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (\d{1,20})$/.exec(text2) ?? [];
  if (owner !== ownerOf(pipeline) || selection === void 0 || lsn === void 0) return void 0;
  return { selection, lsn: lsnOf(BigInt(lsn)) };
}
function ownerOf(pipeline) {
  return digest(JSON.stringify([pipeline.name, pipeline.source.slotName]));
}
function placeOf({ target }) {
  const names = [target.tag, target.catalog, target.schema, target.stateSchema];
  return [...names, target.tag === "embedded" ? target.path : target.databricks.host ?? ""];
}
function digest(text2) {
  return createHash("sha256").update(text2).digest("hex");
}

// src/model/row-view.ts
var ValueKind = { null: 0, text: 1, unchanged: 2 };
var RowView = class {
  bytes;
  columnCount;
  kinds;
  starts;
  ends;
  constructor(columnCount) {
    this.bytes = Buffer.alloc(0);
    this.columnCount = columnCount;
    this.kinds = new Uint8Array(columnCount);
    this.starts = new Uint32Array(columnCount);
    this.ends = new Uint32Array(columnCount);
  }
};

// src/model/row-image.ts
var NULL_VALUE = 110;
var UNCHANGED_TOAST = 117;
var TEXT = 116;
function nullImage(columnCount) {
  const bytes = Buffer.alloc(2 + columnCount, NULL_VALUE);
  bytes.writeUInt16BE(columnCount, 0);
  return { bytes, start: 0, end: bytes.length };
}
function readRowImage(image, view) {
  const { bytes } = image;
  const columnCount = bytes.readUInt16BE(image.start);
  if (columnCount !== view.columnCount)
    throw malformed(`${columnCount} columns where ${view.columnCount} were announced`);
  let at = image.start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) {
      const length = bytes.readUInt32BE(at);
      at += 4;
      view.kinds[column] = ValueKind.text;
      view.starts[column] = at;
      at += length;
      view.ends[column] = at;
    } else if (kind === NULL_VALUE) {
      view.kinds[column] = ValueKind.null;
    } else if (kind === UNCHANGED_TOAST) {
      view.kinds[column] = ValueKind.unchanged;
    } else {
      throw malformed(`an unknown kind of column value (0x${kind.toString(16)})`);
    }
  }
  if (at !== image.end) throw malformed("a length that disagrees with its contents");
  view.bytes = bytes;
  return view;
}
function findImageEnd(bytes, start) {
  const columnCount = bytes.readUInt16BE(start);
  let at = start + 2;
  for (let column = 0; column < columnCount; column++) {
    const kind = bytes.readUInt8(at);
    at += 1;
    if (kind === TEXT) at += 4 + bytes.readUInt32BE(at);
  }
  return at;
}
function hasUnchanged(view) {
  return view.kinds.includes(ValueKind.unchanged);
}
function fillUnchanged(view, donor) {
  const pieces = [];
  const count = Buffer.alloc(2);
  count.writeUInt16BE(view.columnCount);
  pieces.push(count);
  for (let column = 0; column < view.columnCount; column++) {
    const known = view.kinds[column] === ValueKind.unchanged ? donor : view;
    pieces.push(encodeValue(known, column));
  }
  const bytes = Buffer.concat(pieces);
  return { bytes, start: 0, end: bytes.length };
}
function encodeValue(view, column) {
  const kind = view.kinds[column];
  if (kind === ValueKind.null) return Buffer.of(NULL_VALUE);
  if (kind === ValueKind.unchanged) return Buffer.of(UNCHANGED_TOAST);
  const text2 = view.bytes.subarray(view.starts[column], view.ends[column]);
  const header = Buffer.alloc(5);
  header.writeUInt8(TEXT, 0);
  header.writeUInt32BE(text2.length, 1);
  return Buffer.concat([header, text2]);
}
function malformed(what) {
  return new IngestError("protocol-violated", `PostgreSQL sent a row image with ${what}.`);
}

// src/decode/byte-reader.ts
var ByteReader = class {
  bytes;
  end;
  at;
  constructor(bytes, start, end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }
  readUint8() {
    return this.bytes.readUInt8(this.#take(1));
  }
  readUint16() {
    return this.bytes.readUInt16BE(this.#take(2));
  }
  /** OIDs and transaction ids are unsigned. */
  readUint32() {
    return this.bytes.readUInt32BE(this.#take(4));
  }
  readInt32() {
    return this.bytes.readInt32BE(this.#take(4));
  }
  readLsn() {
    return lsnOf(this.bytes.readBigUInt64BE(this.#take(8)));
  }
  /** A TimestampTz, in microseconds since 1970 UTC. */
  readTimestamp() {
    return this.bytes.readBigInt64BE(this.#take(8)) + POSTGRES_EPOCH_US;
  }
  /** So many bytes, which keep pointing into what is read. */
  readBytes(length) {
    const start = this.#take(length);
    return this.bytes.subarray(start, start + length);
  }
  /** A null-terminated UTF-8 string. */
  readText() {
    const terminator = this.bytes.indexOf(0, this.at);
    if (terminator === -1 || terminator >= this.end) throw truncated();
    const text2 = this.bytes.toString("utf8", this.at, terminator);
    this.at = terminator + 1;
    return text2;
  }
  #take(length) {
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw truncated();
    return start;
  }
};
function truncated() {
  return new IngestError("protocol-violated", "PostgreSQL sent a replication message that ends too early.");
}

// src/decode/pgoutput.ts
function decodeMessage(bytes, start, end) {
  const tag = bytes.readUInt8(start);
  switch (tag) {
    case 73:
      return decodeInsert(bytes, start, end);
    case 85:
      return decodeUpdate(bytes, start, end);
    case 68:
      return decodeDelete(bytes, start, end);
    case 66:
      return decodeBegin(new ByteReader(bytes, start + 1, end));
    case 67:
      return decodeCommit(new ByteReader(bytes, start + 1, end));
    case 82:
      return { tag: "relation", relation: decodeRelation(new ByteReader(bytes, start + 1, end)) };
    case 84:
      return decodeTruncate(new ByteReader(bytes, start + 1, end));
    case 77:
      return decodeLogicalMessage(new ByteReader(bytes, start + 1, end));
    case 79:
    // O: origin of a transaction that came from elsewhere
    case 89:
      return { tag: "ignored" };
    default:
      throw new IngestError(
        "protocol-violated",
        `PostgreSQL sent a replication message of unknown kind 0x${tag.toString(16)}.`
      );
  }
}
var INSERT_HEADER_BYTES = 6;
function decodeInsert(bytes, start, end) {
  return {
    tag: "insert",
    relationOid: bytes.readUInt32BE(start + 1),
    image: { bytes, start: start + INSERT_HEADER_BYTES, end }
  };
}
function decodeUpdate(bytes, start, end) {
  const relationOid = bytes.readUInt32BE(start + 1);
  let at = start + 5;
  let previous;
  const marker = bytes.readUInt8(at);
  if (marker !== 78) {
    previous = decodePreviousImage(bytes, at, findImageEnd(bytes, at + 1));
    at = previous.image.end;
    if (bytes.readUInt8(at) !== 78) throw badImageMarker();
  }
  return { tag: "update", relationOid, previous, image: { bytes, start: at + 1, end } };
}
function decodeDelete(bytes, start, end) {
  return {
    tag: "delete",
    relationOid: bytes.readUInt32BE(start + 1),
    previous: decodePreviousImage(bytes, start + 5, end)
  };
}
function decodePreviousImage(bytes, markerAt, end) {
  const image = { bytes, start: markerAt + 1, end };
  switch (bytes.readUInt8(markerAt)) {
    case 75:
      return { tag: "key", image };
    case 79:
      return { tag: "full", image };
    default:
      throw badImageMarker();
  }
}
function decodeBegin(reader) {
  const commitLsn = reader.readLsn();
  const committedAt = reader.readTimestamp();
  return { tag: "begin", commit: { commitLsn, committedAt } };
}
function decodeCommit(reader) {
  reader.readUint8();
  const commitLsn = reader.readLsn();
  const commitEndLsn = reader.readLsn();
  return { tag: "commit", commitLsn, commitEndLsn };
}
function decodeTruncate(reader) {
  const relationCount = reader.readUint32();
  reader.readUint8();
  const relationOids = Array.from({ length: relationCount }, () => reader.readUint32());
  return { tag: "truncate", relationOids };
}
function decodeLogicalMessage(reader) {
  reader.readUint8();
  reader.readLsn();
  const prefix = reader.readText();
  return { tag: "message", prefix, content: reader.readBytes(reader.readUint32()) };
}
function decodeRelation(reader) {
  const oid = reader.readUint32();
  const schema = reader.readText();
  const name = reader.readText();
  const replicaIdentity = decodeReplicaIdentity(reader.readUint8());
  const columnCount = reader.readUint16();
  const columns = Array.from({ length: columnCount }, () => decodeRelationColumn(reader));
  return { oid, schema: schema === "" ? "pg_catalog" : schema, name, replicaIdentity, columns };
}
function decodeRelationColumn(reader) {
  const isIdentity = (reader.readUint8() & 1) === 1;
  const name = reader.readText();
  const typeOid = reader.readUint32();
  const typmod = reader.readInt32();
  return { isIdentity, name, typeOid, typmod };
}
function decodeReplicaIdentity(tag) {
  switch (tag) {
    case 100:
      return "default";
    case 105:
      return "index";
    case 102:
      return "full";
    case 110:
      return "nothing";
    default:
      throw new IngestError(
        "protocol-violated",
        "PostgreSQL sent a relation with an unknown replica identity."
      );
  }
}
function badImageMarker() {
  return new IngestError("protocol-violated", "PostgreSQL sent a change with an unknown kind of row image.");
}

// src/ingest/merge-table.ts
import path3 from "node:path";

// src/merge/source-sql.ts
function sourceValue(index) {
  return `v${index}`;
}
function sourceUnchanged(index) {
  return `u${index}`;
}
function previousKey(index) {
  return `p${index}`;
}
function buildSource(dialect, plan) {
  const staged = plan.groups.map((group) => selectGroup(dialect, plan, group)).join("\nUNION ALL\n");
  const folded = plan.fold ? foldParts(plan, staged) : staged;
  return needsResolution(plan) ? resolveUnchanged(dialect, plan, folded) : folded;
}
function buildOrphanQuery(dialect, plan) {
  const keys = keyIndexes(plan);
  const unresolved = unchangedIndexes(plan).map((index) => `s.${sourceUnchanged(index)}`).join(" OR ");
  const join2 = keys.map((index) => `t.${columnName(dialect, plan, index)} = s.${sourceValue(index)}`).join(" AND ");
  const targetLsn = `t.${METADATA_COLUMNS.commitLsn}`;
  const holdsNothing = plan.movedRows ? `(${targetLsn} IS NULL OR coalesce(${targetLsn} < s.moved_lsn, false))` : `${targetLsn} IS NULL`;
  const text2 = dialect.typeName({ tag: "string" });
  return [
    `SELECT ${keys.map((index) => `CAST(s.${sourceValue(index)} AS ${text2})`).join(", ")}`,
    `FROM (
${buildSource(dialect, plan)}
) AS s`,
    `LEFT JOIN ${quoteTable(dialect, plan.target.name)} AS t ON ${join2}`,
    `WHERE s.op <> 'd' AND (${unresolved}) AND ${holdsNothing}`
  ].join("\n");
}
function selectGroup(dialect, plan, group) {
  const values = plan.target.columns.map(
    (column, index) => `${stagedValue(dialect, column, group, index)} AS ${sourceValue(index)}`
  );
  const unchanged = unchangedIndexes(plan).map(
    (index) => `${stagedUnchanged(group, index)} AS ${sourceUnchanged(index)}`
  );
  const previous = plan.movedRows ? [
    ...keyIndexes(plan).map((index) => `f${stagedIndex(group, index)} AS ${previousKey(index)}`),
    "moved_lsn"
  ] : [];
  const columns = [
    ...values,
    ...unchanged,
    ...previous,
    "op",
    "lsn",
    "committed_at",
    ...plan.fold ? ["seq"] : []
  ];
  return `SELECT ${columns.join(", ")}
FROM ${dialect.stagedDirectory(group.directory)}
WHERE lsn >= ${buildFence(dialect, plan.fence)}`;
}
function stagedValue(dialect, column, group, index) {
  const source = group.columns[index];
  if (source === void 0 || source.tag === "missing") {
    return `CAST(${source?.literal ?? "NULL"} AS ${dialect.typeName(column.mapping.type)})`;
  }
  return `c${source.index}`;
}
function stagedUnchanged(group, index) {
  const source = group.columns[index];
  return source === void 0 || source.tag === "missing" ? "false" : `k${source.index}`;
}
function buildFence(dialect, { state, pipeline, epoch }) {
  const text2 = dialect.typeName({ tag: "string" });
  const found = `coalesce(CAST(max(epoch) AS ${text2}), 'none')`;
  const failure2 = dialect.failure(`concat('${FENCED_TEXT}', ${found})`);
  return `(SELECT CASE WHEN max(epoch) = ${epoch} THEN 0 ELSE ${failure2} END FROM ${quoteTable(dialect, state)} WHERE pipeline = ${dialect.stringLiteral(pipeline)} AND entry = 'checkpoint')`;
}
function foldParts(plan, staged) {
  const key = keyIndexes(plan).map(sourceValue).join(", ");
  const toasted = new Set(unchangedIndexes(plan));
  const values = plan.target.columns.map((column, index) => {
    const name = sourceValue(index);
    if (column.isKey) return name;
    return `first_value(${name}) OVER ${toasted.has(index) ? `known${index}` : "image"} AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) => `first_value(op = 'd' OR ${sourceUnchanged(index)}) OVER known${index} AS ${sourceUnchanged(index)}`
  );
  const windows = [
    `latest AS (PARTITION BY ${key} ORDER BY seq DESC)`,
    `image AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' THEN 1 ELSE 0 END, seq DESC)`,
    ...[...toasted].map(
      (index) => `known${index} AS (PARTITION BY ${key} ORDER BY CASE WHEN op = 'd' OR ${sourceUnchanged(index)} THEN 1 ELSE 0 END, seq DESC)`
    )
  ];
  const operation = `CASE WHEN op = 'u' THEN 'u' WHEN first_value(op) OVER image = 'd' THEN 'd' ELSE 'x' END AS op`;
  const columns = [
    ...values,
    ...unchanged,
    operation,
    "lsn",
    "committed_at",
    "row_number() OVER latest AS rank"
  ];
  const names = [
    ...plan.target.columns.map((_, index) => sourceValue(index)),
    ...[...toasted].map(sourceUnchanged),
    "op",
    "lsn",
    "committed_at"
  ];
  return [
    `SELECT ${names.join(", ")} FROM (`,
    `SELECT ${columns.join(", ")}`,
    `FROM (
${staged}
) AS parts`,
    `WINDOW ${windows.join(",\n  ")}`,
    ") AS folded WHERE rank = 1"
  ].join("\n");
}
function needsResolution(plan) {
  return plan.unchangedColumns.size > 0 && (plan.movedRows || plan.rereadDirectory !== void 0);
}
function resolveUnchanged(dialect, plan, source) {
  const target = quoteTable(dialect, plan.target.name);
  const keys = keyIndexes(plan);
  const toasted = new Set(unchangedIndexes(plan));
  const moved = plan.movedRows ? `(b.${METADATA_COLUMNS.commitLsn} IS NOT NULL AND coalesce(a.${METADATA_COLUMNS.commitLsn} < c.moved_lsn, true))` : "false";
  const reread = plan.rereadDirectory === void 0 ? "false" : `(r.lsn IS NOT NULL)`;
  const group = plan.groups[plan.groups.length - 1];
  const values = plan.target.columns.map((_, index) => {
    const name = sourceValue(index);
    if (!toasted.has(index)) return `c.${name} AS ${name}`;
    const stagedAt = group?.columns[index];
    const fromReread = plan.rereadDirectory === void 0 || stagedAt?.tag !== "staged" ? "" : ` WHEN ${reread} THEN r.c${stagedAt.index}`;
    const fromMove = plan.movedRows ? ` WHEN ${moved} THEN b.${columnName(dialect, plan, index)}` : "";
    return `CASE WHEN NOT c.${sourceUnchanged(index)} THEN c.${name}${fromReread}${fromMove} ELSE c.${name} END AS ${name}`;
  });
  const unchanged = [...toasted].map(
    (index) => `c.${sourceUnchanged(index)} AND NOT ${reread} AND NOT ${moved} AS ${sourceUnchanged(index)}`
  );
  const passed2 = ["op", "lsn", "committed_at", ...plan.movedRows ? ["moved_lsn"] : []];
  const joins = [
    ...plan.movedRows ? [
      `LEFT JOIN ${target} AS a ON ${keys.map((index) => `a.${columnName(dialect, plan, index)} = c.${sourceValue(index)}`).join(" AND ")}`,
      `LEFT JOIN ${target} AS b ON ${keys.map((index) => `b.${columnName(dialect, plan, index)} = c.${previousKey(index)}`).join(" AND ")}`
    ] : [],
    ...plan.rereadDirectory === void 0 ? [] : [
      `LEFT JOIN ${dialect.stagedDirectory(plan.rereadDirectory)} AS r ON ${keys.map((index) => `r.c${stagedIndex(group, index)} = c.${sourceValue(index)}`).join(" AND ")}`
    ]
  ];
  return [
    `SELECT ${[...values, ...unchanged, ...passed2.map((name) => `c.${name} AS ${name}`)].join(", ")}`,
    `FROM (
${source}
) AS c`,
    ...joins
  ].join("\n");
}
function stagedIndex(group, index) {
  const source = group?.columns[index];
  if (source?.tag !== "staged") throw new TypeError("a key column is always staged");
  return source.index;
}
function columnName(dialect, plan, index) {
  const column = plan.target.columns[index];
  if (column === void 0) throw new TypeError(`the target has no column ${index}`);
  return dialect.quoteIdentifier(column.name);
}
function keyIndexes(plan) {
  return plan.target.keyColumns.map((key) => plan.target.columns.findIndex((column) => column.name === key));
}
function unchangedIndexes(plan) {
  return plan.target.columns.flatMap(
    (column, index) => plan.unchangedColumns.has(column.name) ? [index] : []
  );
}

// src/merge/merge-sql.ts
function buildMerge(dialect, plan) {
  const keyMatches = plan.target.columns.flatMap(
    (column, index) => column.isKey ? [`t.${dialect.quoteIdentifier(column.name)} = s.${sourceValue(index)}`] : []
  ).join(" AND ");
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (
${indent(buildSource(dialect, plan))}
) AS s`,
    `ON ${keyMatches}${keyBounds(dialect, plan)}`,
    ...plan.target.deletedRows === "mark" ? markingClauses(dialect, plan) : removingClauses(dialect, plan),
    ...removalClauses(dialect, plan)
  ].join("\n");
}
function buildTruncation(dialect, plan, upTo) {
  const { commitLsn, deleted } = METADATA_COLUMNS;
  return [
    `MERGE INTO ${quoteTable(dialect, plan.target.name)} AS t`,
    `USING (SELECT ${buildFence(dialect, plan.fence)} AS fence) AS s`,
    `ON t.${commitLsn} <= ${upTo} AND s.fence = 0`,
    plan.target.deletedRows === "remove" ? "WHEN MATCHED THEN DELETE" : `WHEN MATCHED AND NOT t.${deleted} THEN UPDATE SET ${markDeleted(dialect, plan, String(upTo))}`
  ].join("\n");
}
function keyBounds(dialect, plan) {
  if (plan.others.tag !== "stay") return "";
  return [...plan.keyBounds].map(([name, { tag, min, max }]) => {
    const literal3 = (value) => tag === "text" ? dialect.stringLiteral(String(value)) : String(value);
    return ` AND t.${dialect.quoteIdentifier(name)} BETWEEN ${literal3(min)} AND ${literal3(max)}`;
  }).join("");
}
function guard(plan) {
  return plan.others.tag === "replaced" ? "" : ` AND s.lsn >= t.${METADATA_COLUMNS.commitLsn}`;
}
function removingClauses(dialect, plan) {
  return [
    `WHEN MATCHED AND s.op <> 'u'${guard(plan)} THEN DELETE`,
    `WHEN MATCHED AND s.op = 'u'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET
${indent(assignments(dialect, plan).join(",\n"))}`,
    `WHEN NOT MATCHED AND s.op = 'u'${knownWhenNew(dialect, plan)} THEN ${insertion(dialect, plan, void 0)}`
  ];
}
function markingClauses(dialect, plan) {
  const { deleted } = METADATA_COLUMNS;
  return [
    `WHEN MATCHED AND s.op = 'd'${guard(plan)} THEN UPDATE SET ${markDeleted(dialect, plan, "s.lsn", "s.committed_at")}`,
    `WHEN MATCHED AND s.op <> 'd'${guard(plan)}${knownWhenMatched(dialect, plan)} THEN UPDATE SET
${indent([...assignments(dialect, plan), `${deleted} = (s.op = 'x')`].join(",\n"))}`,
    `WHEN NOT MATCHED${knownWhenNew(dialect, plan)} THEN ${insertion(dialect, plan, "s.op <> 'u'")}`
  ];
}
function removalClauses(dialect, plan) {
  const { others } = plan;
  if (others.tag === "stay") return [];
  const { commitLsn, deleted } = METADATA_COLUMNS;
  const remove = plan.target.deletedRows === "remove";
  const conditions = {
    truncated: `t.${commitLsn} <= ${others.lsn}${remove ? "" : ` AND NOT t.${deleted}`}`,
    // A marked row of another history may carry a later LSN, which would keep its key from coming back.
    replaced: remove ? void 0 : `(NOT t.${deleted} OR t.${commitLsn} > ${others.lsn})`
  };
  const condition = conditions[others.tag];
  const effect = remove ? "DELETE" : `UPDATE SET ${markDeleted(dialect, plan, String(others.lsn))}`;
  return [`WHEN NOT MATCHED BY SOURCE${condition === void 0 ? "" : ` AND ${condition}`} THEN ${effect}`];
}
function markDeleted(dialect, plan, lsn, committedAt) {
  return [
    `${METADATA_COLUMNS.deleted} = true`,
    `${METADATA_COLUMNS.commitLsn} = ${lsn}`,
    ...committedAt === void 0 ? [] : [`${METADATA_COLUMNS.committedAt} = ${committedAt}`],
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`
  ].join(", ");
}
function assignments(dialect, plan) {
  const columns = plan.target.columns.flatMap((column, index) => {
    if (column.isKey) return [];
    const name = dialect.quoteIdentifier(column.name);
    const value = `s.${sourceValue(index)}`;
    if (!plan.unchangedColumns.has(column.name)) return [`${name} = ${value}`];
    const unchanged = `s.${sourceUnchanged(index)}`;
    const fails = mayFail(plan) && plan.movedRows && dialect.ownRowsOnly === "values";
    const missing2 = fails ? `WHEN ${isUnresolved(unchanged, IS_EARLIER_ROW)} THEN ${failure(dialect)} ` : "";
    return [`${name} = CASE ${missing2}WHEN ${unchanged} THEN t.${name} ELSE ${value} END`];
  });
  return [
    ...columns,
    `${METADATA_COLUMNS.commitLsn} = s.lsn`,
    `${METADATA_COLUMNS.committedAt} = s.committed_at`,
    `${METADATA_COLUMNS.syncedAt} = ${dialect.instantLiteral(plan.mergedAt)}`
  ];
}
function insertion(dialect, plan, deleted) {
  const names = plan.target.columns.map((column) => dialect.quoteIdentifier(column.name));
  const values = plan.target.columns.map((column, index) => {
    const value = `s.${sourceValue(index)}`;
    return mayFail(plan) && dialect.ownRowsOnly === "values" && plan.unchangedColumns.has(column.name) ? `CASE WHEN ${isUnresolved(`s.${sourceUnchanged(index)}`, "")} THEN ${failure(dialect)} ELSE ${value} END` : value;
  });
  const { commitLsn, committedAt, syncedAt, deleted: deletedName } = METADATA_COLUMNS;
  const allNames = [
    ...names,
    commitLsn,
    committedAt,
    syncedAt,
    ...deleted === void 0 ? [] : [deletedName]
  ];
  const allValues = [
    ...values,
    "s.lsn",
    "s.committed_at",
    dialect.instantLiteral(plan.mergedAt),
    ...deleted === void 0 ? [] : [deleted]
  ];
  return `INSERT (${allNames.join(", ")})
  VALUES (${allValues.join(", ")})`;
}
function isUnresolved(column, where) {
  return `s.op <> 'd' AND ${column}${where}`;
}
var IS_EARLIER_ROW = ` AND t.${METADATA_COLUMNS.commitLsn} < s.moved_lsn`;
function knownWhenNew(dialect, plan) {
  return orFail(dialect, plan, "");
}
function knownWhenMatched(dialect, plan) {
  return plan.movedRows ? orFail(dialect, plan, IS_EARLIER_ROW) : "";
}
function orFail(dialect, plan, where) {
  const unchanged = plan.target.columns.flatMap(
    (column, index) => plan.unchangedColumns.has(column.name) ? [`s.${sourceUnchanged(index)}`] : []
  );
  if (!mayFail(plan) || dialect.ownRowsOnly !== "conditions" || unchanged.length === 0) return "";
  const boolean2 = dialect.typeName({ tag: "boolean" });
  return ` AND CASE WHEN ${isUnresolved(`(${unchanged.join(" OR ")})`, where)} THEN CAST(${failure(dialect)} AS ${boolean2}) ELSE true END`;
}
function mayFail(plan) {
  return plan.unresolved === "fails" && plan.unchangedColumns.size > 0;
}
function failure(dialect) {
  return dialect.failure(`concat('${UNRESOLVED_TEXT} ', s.op)`);
}
function indent(text2) {
  return text2.replaceAll(/^/gm, "  ");
}

// src/stage/parquet-file.ts
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import zlib from "node:zlib";

// node_modules/hyparquet-writer/src/bytewriter.js
var ByteWriter = class {
  /**
   * @param {number} [initalSize]
   */
  constructor(initalSize = 1024) {
    this.buffer = new ArrayBuffer(initalSize);
    this.view = new DataView(this.buffer);
    this.offset = 0;
    this.index = 0;
  }
  /**
   * @param {number} size
   */
  ensure(size) {
    if (this.index + size > this.buffer.byteLength) {
      const newSize = Math.max(this.buffer.byteLength * 2, this.index + size);
      const newBuffer = new ArrayBuffer(newSize);
      new Uint8Array(newBuffer).set(new Uint8Array(this.buffer));
      this.buffer = newBuffer;
      this.view = new DataView(this.buffer);
    }
  }
  finish() {
  }
  getBuffer() {
    return this.buffer.slice(0, this.index);
  }
  getBytes() {
    return new Uint8Array(this.buffer, 0, this.index);
  }
  /**
   * @param {number} value
   */
  appendUint8(value) {
    this.ensure(1);
    this.view.setUint8(this.index, value);
    this.offset++;
    this.index++;
  }
  /**
   * @param {number} value
   */
  appendUint32(value) {
    this.ensure(4);
    this.view.setUint32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {number} value
   */
  appendInt32(value) {
    this.ensure(4);
    this.view.setInt32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {bigint} value
   */
  appendInt64(value) {
    this.ensure(8);
    this.view.setBigInt64(this.index, BigInt(value), true);
    this.offset += 8;
    this.index += 8;
  }
  /**
   * @param {number} value
   */
  appendFloat32(value) {
    this.ensure(4);
    this.view.setFloat32(this.index, value, true);
    this.offset += 4;
    this.index += 4;
  }
  /**
   * @param {number} value
   */
  appendFloat64(value) {
    this.ensure(8);
    this.view.setFloat64(this.index, value, true);
    this.offset += 8;
    this.index += 8;
  }
  /**
   * @param {ArrayBuffer} value
   */
  appendBuffer(value) {
    this.appendBytes(new Uint8Array(value));
  }
  /**
   * @param {Uint8Array} value
   */
  appendBytes(value) {
    this.ensure(value.length);
    new Uint8Array(this.buffer, this.index, value.length).set(value);
    this.offset += value.length;
    this.index += value.length;
  }
  /**
   * Convert a 32-bit signed integer to varint (1-5 bytes).
   * Writes out groups of 7 bits at a time, setting high bit if more to come.
   *
   * @param {number} value
   */
  appendVarInt(value) {
    while (true) {
      if ((value & ~127) === 0) {
        this.appendUint8(value);
        return;
      } else {
        this.appendUint8(value & 127 | 128);
        value >>>= 7;
      }
    }
  }
  /**
   * Convert a bigint to varint (1-10 bytes for 64-bit range).
   *
   * @param {bigint} value
   */
  appendVarBigInt(value) {
    while (true) {
      if ((value & ~0x7fn) === 0n) {
        this.appendUint8(Number(value));
        return;
      } else {
        this.appendUint8(Number(value & 0x7fn | 0x80n));
        value >>= 7n;
      }
    }
  }
  /**
   * Convert number to zigzag encoding and write as varint.
   *
   * @param {number | bigint} value
   */
  appendZigZag(value) {
    if (typeof value === "number") {
      this.appendVarInt(value << 1 ^ value >> 31);
    } else {
      this.appendVarBigInt(value << 1n ^ value >> 63n);
    }
  }
};

// node_modules/hyparquet-writer/src/thrift.js
var STOP = 0;
var TRUE = 1;
var FALSE = 2;
var BYTE = 3;
var I32 = 5;
var I64 = 6;
var DOUBLE = 7;
var BINARY = 8;
var LIST = 9;
var STRUCT = 12;
var ThriftStruct = class {
  /**
   * @param {ThriftField[]} fields
   */
  constructor(fields) {
    this.fields = fields;
  }
};
function serializeTCompactProtocol(writer, data) {
  writeElement(writer, STRUCT, data);
}
function writeElement(writer, type, value) {
  if (type === TRUE) return;
  if (type === FALSE) return;
  if (type === BYTE && typeof value === "number") {
    writer.appendUint8(value);
  } else if (type === I32 && typeof value === "number") {
    writer.appendZigZag(value);
  } else if (type === I64 && typeof value === "bigint") {
    writer.appendZigZag(value);
  } else if (type === DOUBLE && typeof value === "number") {
    writer.appendFloat64(value);
  } else if (type === BINARY && typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    writer.appendVarInt(bytes.length);
    writer.appendBytes(bytes);
  } else if (type === BINARY && value instanceof Uint8Array) {
    writer.appendVarInt(value.byteLength);
    writer.appendBytes(value);
  } else if (type === LIST && Array.isArray(value)) {
    const elemType = getCompactTypeForList(value);
    if (value.length > 14) {
      writer.appendUint8(15 << 4 | elemType);
      writer.appendVarInt(value.length);
    } else {
      writer.appendUint8(value.length << 4 | elemType);
    }
    if (elemType === FALSE) {
      for (const v of value) {
        writer.appendUint8(v ? 1 : 0);
      }
    } else {
      for (const v of value) {
        writeElement(writer, elemType, v);
      }
    }
  } else if (type === STRUCT && value instanceof ThriftStruct) {
    let lastFid = 0;
    for (const [fid, fieldType, fieldValue] of value.fields) {
      if (fieldValue === void 0) continue;
      lastFid = writeStructField(writer, lastFid, fid, fieldType, fieldValue);
    }
    writer.appendUint8(STOP);
  } else if (type === STRUCT && typeof value === "object") {
    let lastFid = 0;
    for (const [k, v] of Object.entries(value)) {
      if (v === void 0) continue;
      const fid = parseInt(k.replace(/^field_/, ""), 10);
      if (Number.isNaN(fid)) {
        throw new Error(`thrift invalid field name: ${k}. Expected "field_###"`);
      }
      const t = getCompactTypeForValue(v);
      lastFid = writeStructField(writer, lastFid, fid, t, v);
    }
    writer.appendUint8(STOP);
  } else {
    throw new Error(`thrift invalid type ${type} for value ${value}`);
  }
}
function writeStructField(writer, lastFid, fid, type, value) {
  const delta = fid - lastFid;
  if (delta <= 0) {
    throw new Error(`thrift non-monotonic field id: fid=${fid}, lastFid=${lastFid}`);
  }
  if (delta > 15) {
    writer.appendUint8(type);
    writer.appendZigZag(fid);
  } else {
    writer.appendUint8(delta << 4 | type);
  }
  writeElement(writer, type, value);
  return fid;
}
function getCompactTypeForValue(value) {
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  if (Number.isInteger(value)) return I32;
  if (typeof value === "number") return DOUBLE;
  if (typeof value === "bigint") return I64;
  if (typeof value === "string") return BINARY;
  if (value instanceof Uint8Array) return BINARY;
  if (Array.isArray(value)) return LIST;
  if (value && typeof value === "object") return STRUCT;
  throw new Error(`Cannot determine thrift compact type for: ${value}`);
}
function getCompactTypeForList(value) {
  let elemType = 0;
  for (const v of value) {
    let t = getCompactTypeForValue(v);
    if (t === TRUE) t = FALSE;
    if (!elemType) elemType = t;
    if (elemType === DOUBLE && t === I32) t = DOUBLE;
    if (elemType === I32 && t === DOUBLE) elemType = DOUBLE;
    if (t !== elemType) {
      throw new Error(`thrift invalid type for list element: ${v} (expected type ${elemType})`);
    }
  }
  return elemType ?? BYTE;
}

// node_modules/hyparquet/src/constants.js
var ParquetTypes = [
  "BOOLEAN",
  "INT32",
  "INT64",
  "INT96",
  // deprecated
  "FLOAT",
  "DOUBLE",
  "BYTE_ARRAY",
  "FIXED_LEN_BYTE_ARRAY"
];
var Encodings = [
  "PLAIN",
  "GROUP_VAR_INT",
  // deprecated
  "PLAIN_DICTIONARY",
  "RLE",
  "BIT_PACKED",
  // deprecated
  "DELTA_BINARY_PACKED",
  "DELTA_LENGTH_BYTE_ARRAY",
  "DELTA_BYTE_ARRAY",
  "RLE_DICTIONARY",
  "BYTE_STREAM_SPLIT"
];
var FieldRepetitionTypes = [
  "REQUIRED",
  "OPTIONAL",
  "REPEATED"
];
var ConvertedTypes = [
  "UTF8",
  "MAP",
  "MAP_KEY_VALUE",
  "LIST",
  "ENUM",
  "DECIMAL",
  "DATE",
  "TIME_MILLIS",
  "TIME_MICROS",
  "TIMESTAMP_MILLIS",
  "TIMESTAMP_MICROS",
  "UINT_8",
  "UINT_16",
  "UINT_32",
  "UINT_64",
  "INT_8",
  "INT_16",
  "INT_32",
  "INT_64",
  "JSON",
  "BSON",
  "INTERVAL"
];
var CompressionCodecs = [
  "UNCOMPRESSED",
  "SNAPPY",
  "GZIP",
  "LZO",
  "BROTLI",
  "LZ4",
  "ZSTD",
  "LZ4_RAW"
];
var PageTypes = [
  "DATA_PAGE",
  "INDEX_PAGE",
  "DICTIONARY_PAGE",
  "DATA_PAGE_V2"
];
var EdgeInterpolationAlgorithms = [
  "SPHERICAL",
  "VINCENTY",
  "THOMAS",
  "ANDOYER",
  "KARNEY"
];

// node_modules/hyparquet-writer/src/encoding.js
function writeRleBitPackedHybrid(writer, values, bitWidth) {
  const offsetStart = writer.offset;
  let pendingBitPackedGroups = 0;
  let bitPackedStart = 0;
  let i = 0;
  while (i < values.length) {
    let rleCount = 1;
    const firstVal = values[i];
    while (i + rleCount < values.length && values[i + rleCount] === firstVal) {
      rleCount++;
    }
    if (rleCount >= 8) {
      if (pendingBitPackedGroups) {
        writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth);
        pendingBitPackedGroups = 0;
      }
      writeRleRun(writer, firstVal, rleCount, bitWidth);
      i += rleCount;
    } else {
      if (pendingBitPackedGroups === 0) {
        bitPackedStart = i;
      }
      pendingBitPackedGroups++;
      i += 8;
    }
  }
  if (pendingBitPackedGroups) {
    writeBitPackedGroups(writer, values, bitPackedStart, pendingBitPackedGroups, bitWidth);
  }
  return writer.offset - offsetStart;
}
function writeRleRun(writer, value, count, bitWidth) {
  writer.appendVarInt(count << 1);
  const width = bitWidth + 7 >> 3;
  for (let j = 0; j < width; j++) {
    writer.appendUint8(value >> (j << 3) & 255);
  }
}
function writeBitPackedGroups(writer, values, start, numGroups, bitWidth) {
  writer.appendVarInt(numGroups << 1 | 1);
  if (bitWidth === 0) return;
  const mask = (1 << bitWidth) - 1;
  let buffer = 0;
  let bitsUsed = 0;
  const totalValues = numGroups * 8;
  for (let i = 0; i < totalValues; i++) {
    const idx = start + i;
    const v = idx < values.length ? values[idx] & mask : 0;
    buffer |= v << bitsUsed;
    bitsUsed += bitWidth;
    while (bitsUsed >= 8) {
      writer.appendUint8(buffer & 255);
      buffer >>>= 8;
      bitsUsed -= 8;
    }
  }
  if (bitsUsed > 0) {
    writer.appendUint8(buffer & 255);
  }
}

// node_modules/hyparquet/src/schema.js
function schemaTree(schema, rootIndex, path6) {
  const element = schema[rootIndex];
  const children = [];
  let count = 1;
  if (element.num_children) {
    while (children.length < element.num_children) {
      const childElement = schema[rootIndex + count];
      const child = schemaTree(schema, rootIndex + count, [...path6, childElement.name]);
      count += child.count;
      children.push(child);
    }
  }
  return { count, element, children, path: path6 };
}
function getSchemaPath(schema, name) {
  return getTreePath(schemaTree(schema, 0, []), name);
}
function getTreePath(tree, name) {
  const path6 = [tree];
  for (const part of name) {
    const child = tree.children.find((child2) => child2.element.name === part);
    if (!child) throw new Error(`parquet schema element not found: ${name}`);
    path6.push(child);
    tree = child;
  }
  return path6;
}

// node_modules/hyparquet/src/metadata.js
var defaultInitialFetchSize = 1 << 19;
var decoder = new TextDecoder();
function parquetSchema({ schema }) {
  return getSchemaPath(schema, [])[0];
}

// node_modules/hyparquet-writer/src/schema.js
function schemaPathResolver(schema) {
  const root = parquetSchema({ schema });
  const childrenByName = /* @__PURE__ */ new Map();
  return (path6) => {
    let tree = root;
    const schemaPath = [tree];
    for (const part of path6) {
      let children = childrenByName.get(tree);
      if (!children) {
        children = /* @__PURE__ */ new Map();
        for (const child2 of tree.children) {
          if (!children.has(child2.element.name)) children.set(child2.element.name, child2);
        }
        childrenByName.set(tree, children);
      }
      const child = children.get(part);
      if (!child) throw new Error(`parquet schema element not found: ${path6}`);
      schemaPath.push(child);
      tree = child;
    }
    return schemaPath;
  };
}

// node_modules/hyparquet-writer/src/datapage.js
function writePageHeader(writer, header) {
  const compact = {
    field_1: PageTypes.indexOf(header.type),
    field_2: header.uncompressed_page_size,
    field_3: header.compressed_page_size,
    field_4: header.crc,
    field_5: header.data_page_header && {
      field_1: header.data_page_header.num_values,
      field_2: Encodings.indexOf(header.data_page_header.encoding),
      field_3: Encodings.indexOf(header.data_page_header.definition_level_encoding),
      field_4: Encodings.indexOf(header.data_page_header.repetition_level_encoding)
      // field_5: header.data_page_header.statistics,
    },
    field_7: header.dictionary_page_header && {
      field_1: header.dictionary_page_header.num_values,
      field_2: Encodings.indexOf(header.dictionary_page_header.encoding)
    },
    field_8: header.data_page_header_v2 && {
      field_1: header.data_page_header_v2.num_values,
      field_2: header.data_page_header_v2.num_nulls,
      field_3: header.data_page_header_v2.num_rows,
      field_4: Encodings.indexOf(header.data_page_header_v2.encoding),
      field_5: header.data_page_header_v2.definition_levels_byte_length,
      field_6: header.data_page_header_v2.repetition_levels_byte_length,
      field_7: header.data_page_header_v2.is_compressed ? void 0 : false
      // default true
    }
  };
  serializeTCompactProtocol(writer, compact);
}

// node_modules/hyparquet-writer/src/unconvert.js
var dayMillis = 864e5;
function unconvertUuid(value) {
  if (value === void 0 || value === null) return;
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") {
    const uuidRegex = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
    if (!uuidRegex.test(value)) {
      throw new Error("UUID must be a valid UUID string");
    }
    value = value.replace(/-/g, "").toLowerCase();
    const bytes = new Uint8Array(16);
    for (let i = 0; i < 16; i++) {
      bytes[i] = parseInt(value.slice(i * 2, i * 2 + 2), 16);
    }
    return bytes;
  }
  throw new Error("UUID must be a string or Uint8Array");
}
var STATS_TRUNCATE_LENGTH = 16;
var utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function truncateStatistic(bytes, element, isMax, length) {
  if (bytes.length <= length || !isTruncatable(element)) return bytes;
  const truncated2 = isUtf82(element) ? truncateUtf8(bytes, isMax, length) : truncateBytes(bytes, isMax, length);
  return truncated2 ?? bytes;
}
function isTruncatable({ type, converted_type, logical_type }) {
  if (type !== "BYTE_ARRAY") return false;
  if (converted_type === "DECIMAL" || converted_type === "JSON" || converted_type === "BSON") return false;
  return logical_type?.type !== "JSON" && logical_type?.type !== "BSON";
}
function isUtf82({ converted_type, logical_type }) {
  return converted_type === "UTF8" || converted_type === "ENUM" || logical_type?.type === "STRING" || logical_type?.type === "ENUM";
}
function truncateBytes(bytes, isMax, length) {
  const prefix = new Uint8Array(bytes.subarray(0, length));
  if (!isMax) return prefix;
  let i = prefix.length - 1;
  while (i >= 0 && prefix[i] === 255) i--;
  if (i < 0) return void 0;
  const rounded = prefix.slice(0, i + 1);
  rounded[i] += 1;
  return rounded;
}
function truncateUtf8(bytes, isMax, length) {
  let end = length;
  while (end > 0 && (bytes[end] & 192) === 128) end--;
  if (!isMax) return new Uint8Array(bytes.subarray(0, end));
  let text2;
  try {
    text2 = utf8Decoder.decode(bytes.subarray(0, end));
  } catch {
    return truncateBytes(bytes, isMax, length);
  }
  const codePoints = Array.from(text2, (c) => c.codePointAt(0) ?? 0);
  const encoder = new TextEncoder();
  for (let i = codePoints.length - 1; i >= 0; i--) {
    end--;
    while (end > 0 && (bytes[end] & 192) === 128) end--;
    const code = codePoints[i];
    if (code === 1114111) continue;
    const next = code === 55295 ? 57344 : code + 1;
    const suffix = encoder.encode(String.fromCodePoint(next));
    if (end + suffix.length > length) continue;
    const rounded = new Uint8Array(end + suffix.length);
    rounded.set(bytes.subarray(0, end));
    rounded.set(suffix, end);
    return rounded;
  }
}
function minMaxIsExact(value, element, isMax, length) {
  if (value === void 0 || value === null) return void 0;
  if (!isTruncatable(element)) return void 0;
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString());
  return truncateStatistic(bytes, element, isMax, length) === bytes ? void 0 : false;
}
function unconvertMinMax(value, element, isMax, truncateLength = STATS_TRUNCATE_LENGTH) {
  if (value === void 0 || value === null) return void 0;
  const { type, converted_type } = element;
  if (type === "BOOLEAN") return new Uint8Array([value ? 1 : 0]);
  if (element.logical_type?.type === "UUID" && (typeof value === "string" || value instanceof Uint8Array)) {
    return unconvertUuid(value);
  }
  if (converted_type === "DECIMAL") {
    if (typeof value !== "number" && typeof value !== "bigint") {
      throw new Error("DECIMAL must be a number or bigint");
    }
    const factor = 10 ** (element.scale || 0);
    const scaled = typeof value === "bigint" ? value : BigInt(Math.round(value * factor));
    const out = unconvertDecimal(element, scaled);
    if (out instanceof Uint8Array) return out;
    if (typeof out === "number") {
      const buffer = new ArrayBuffer(4);
      new DataView(buffer).setInt32(0, out, true);
      return new Uint8Array(buffer);
    }
    if (typeof out === "bigint") {
      const buffer = new ArrayBuffer(8);
      new DataView(buffer).setBigInt64(0, out, true);
      return new Uint8Array(buffer);
    }
  }
  if (element.logical_type?.type === "FLOAT16" && typeof value === "number") {
    return unconvertFloat16(value);
  }
  if (type === "BYTE_ARRAY" || type === "FIXED_LEN_BYTE_ARRAY") {
    const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(value.toString());
    return truncateStatistic(bytes, element, isMax, truncateLength);
  }
  if (type === "FLOAT" && typeof value === "number") {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setFloat32(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "DOUBLE" && typeof value === "number") {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setFloat64(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "INT32" && typeof value === "number") {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setInt32(0, value, true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && (typeof value === "bigint" || typeof value === "number" && Number.isInteger(value))) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT32" && converted_type === "DATE" && value instanceof Date) {
    const buffer = new ArrayBuffer(4);
    new DataView(buffer).setInt32(0, Math.floor(value.getTime() / dayMillis), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && converted_type === "TIMESTAMP_MILLIS" && value instanceof Date) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime()), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && converted_type === "TIMESTAMP_MICROS" && value instanceof Date) {
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, BigInt(value.getTime() * 1e3), true);
    return new Uint8Array(buffer);
  }
  if (type === "INT64" && element.logical_type?.type === "TIMESTAMP" && value instanceof Date) {
    const millis = BigInt(value.getTime());
    const { unit } = element.logical_type;
    let bigintValue = millis;
    if (unit === "NANOS") bigintValue = millis * 1000000n;
    else if (unit === "MICROS") bigintValue = millis * 1000n;
    const buffer = new ArrayBuffer(8);
    new DataView(buffer).setBigInt64(0, bigintValue, true);
    return new Uint8Array(buffer);
  }
  throw new Error(`unsupported type for statistics: ${type} with value ${value}`);
}
function unconvertStatistics(stats, element, truncateLength = STATS_TRUNCATE_LENGTH) {
  return {
    field_1: unconvertMinMax(stats.max, element, true, truncateLength),
    field_2: unconvertMinMax(stats.min, element, false, truncateLength),
    field_3: stats.null_count,
    field_4: stats.distinct_count,
    field_5: unconvertMinMax(stats.max_value, element, true, truncateLength),
    field_6: unconvertMinMax(stats.min_value, element, false, truncateLength),
    field_7: stats.is_max_value_exact ?? minMaxIsExact(stats.max_value ?? stats.max, element, true, truncateLength),
    field_8: stats.is_min_value_exact ?? minMaxIsExact(stats.min_value ?? stats.min, element, false, truncateLength),
    field_9: stats.nan_count
  };
}
function unconvertDecimal({ type, type_length }, value) {
  if (type === "INT32") return Number(value);
  if (type === "INT64") return value;
  if (type === "FIXED_LEN_BYTE_ARRAY" && !type_length) {
    throw new Error("fixed length byte array type_length is required");
  }
  if (!type_length && !value) return new Uint8Array();
  const bytes = [];
  while (true) {
    const byte = Number(value & 0xffn);
    bytes.unshift(byte);
    value >>= 8n;
    if (type_length) {
      if (bytes.length >= type_length) break;
    } else {
      const sign = byte & 128;
      if (!sign && value === 0n || sign && value === -1n) {
        break;
      }
    }
  }
  return new Uint8Array(bytes);
}
function unconvertFloat16(value) {
  if (value === void 0 || value === null) return;
  if (typeof value !== "number") throw new Error("parquet float16 expected number value");
  if (Number.isNaN(value)) return new Uint8Array([0, 126]);
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0;
  const abs = Math.abs(value);
  if (!isFinite(abs)) return new Uint8Array([0, sign << 7 | 124]);
  if (abs === 0) return new Uint8Array([0, sign << 7]);
  if (abs >= 65520) return new Uint8Array([0, sign << 7 | 124]);
  let exponent = -14;
  if (abs >= 2 ** -14) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, abs);
    exponent = (view.getUint32(0) >>> 20 & 2047) - 1023;
  }
  const scaled = abs / 2 ** (exponent - 10);
  let significand = Math.floor(scaled);
  const remainder = scaled - significand;
  if (remainder > 0.5 || remainder === 0.5 && significand % 2) significand++;
  const magnitude = abs < 2 ** -14 ? significand : (exponent + 14) * 1024 + significand;
  const bits16 = sign << 15 | magnitude;
  return new Uint8Array([bits16 & 255, bits16 >> 8]);
}

// node_modules/hyparquet-writer/src/metadata.js
function writeMetadata(writer, metadata, statisticsTruncateLength) {
  const resolveSchemaPath = schemaPathResolver(metadata.schema);
  const compact = {
    field_1: metadata.version,
    field_2: metadata.schema.map((element) => ({
      field_1: element.type && ParquetTypes.indexOf(element.type),
      field_2: element.type_length,
      field_3: element.repetition_type && FieldRepetitionTypes.indexOf(element.repetition_type),
      field_4: element.name,
      field_5: element.num_children,
      field_6: element.converted_type && ConvertedTypes.indexOf(element.converted_type),
      field_7: element.scale,
      field_8: element.precision,
      field_9: element.field_id,
      field_10: logicalType(element.logical_type)
    })),
    field_3: metadata.num_rows,
    field_4: metadata.row_groups.map((rg) => ({
      field_1: rg.columns.map((c) => ({
        field_1: c.file_path,
        field_2: c.file_offset,
        field_3: c.meta_data && {
          field_1: ParquetTypes.indexOf(c.meta_data.type),
          field_2: c.meta_data.encodings.map((e) => Encodings.indexOf(e)),
          field_3: c.meta_data.path_in_schema,
          field_4: CompressionCodecs.indexOf(c.meta_data.codec),
          field_5: c.meta_data.num_values,
          field_6: c.meta_data.total_uncompressed_size,
          field_7: c.meta_data.total_compressed_size,
          field_8: c.meta_data.key_value_metadata && c.meta_data.key_value_metadata.map((kv) => ({
            field_1: kv.key,
            field_2: kv.value
          })),
          field_9: c.meta_data.data_page_offset,
          field_10: c.meta_data.index_page_offset,
          field_11: c.meta_data.dictionary_page_offset,
          field_12: c.meta_data.statistics && unconvertStatistics(
            c.meta_data.statistics,
            schemaElement(c.meta_data.path_in_schema),
            statisticsTruncateLength
          ),
          field_13: c.meta_data.encoding_stats && c.meta_data.encoding_stats.map((es) => ({
            field_1: PageTypes.indexOf(es.page_type),
            field_2: Encodings.indexOf(es.encoding),
            field_3: es.count
          })),
          field_14: c.meta_data.bloom_filter_offset,
          field_15: c.meta_data.bloom_filter_length,
          field_16: c.meta_data.size_statistics && {
            field_1: c.meta_data.size_statistics.unencoded_byte_array_data_bytes,
            field_2: c.meta_data.size_statistics.repetition_level_histogram,
            field_3: c.meta_data.size_statistics.definition_level_histogram
          },
          field_17: c.meta_data.geospatial_statistics && {
            field_1: c.meta_data.geospatial_statistics.bbox && thriftBoundingBox(c.meta_data.geospatial_statistics.bbox),
            field_2: c.meta_data.geospatial_statistics.geospatial_types
          }
        },
        field_4: c.offset_index_offset,
        field_5: c.offset_index_length,
        field_6: c.column_index_offset,
        field_7: c.column_index_length,
        // field_8: c.crypto_metadata,
        field_9: c.encrypted_column_metadata
      })),
      field_2: rg.total_byte_size,
      field_3: rg.num_rows,
      field_4: rg.sorting_columns && rg.sorting_columns.map((sc) => ({
        field_1: sc.column_idx,
        field_2: sc.descending,
        field_3: sc.nulls_first
      })),
      field_5: rg.file_offset,
      field_6: rg.total_compressed_size
      // field_7: rg.ordinal, // should be int16
    })),
    field_5: metadata.key_value_metadata && metadata.key_value_metadata.map((kv) => ({
      field_1: kv.key,
      field_2: kv.value
    })),
    field_6: metadata.created_by,
    field_7: metadata.schema.filter((element) => element.type).map(() => ({ field_1: {} }))
  };
  const metadataStart = writer.offset;
  serializeTCompactProtocol(writer, compact);
  const metadataLength = writer.offset - metadataStart;
  writer.appendUint32(metadataLength);
  function schemaElement(path6) {
    const tree = resolveSchemaPath(path6);
    return tree[tree.length - 1].element;
  }
}
function thriftBoundingBox(bbox) {
  return new ThriftStruct([
    [1, DOUBLE, bbox.xmin],
    [2, DOUBLE, bbox.xmax],
    [3, DOUBLE, bbox.ymin],
    [4, DOUBLE, bbox.ymax],
    [5, DOUBLE, bbox.zmin],
    [6, DOUBLE, bbox.zmax],
    [7, DOUBLE, bbox.mmin],
    [8, DOUBLE, bbox.mmax]
  ]);
}
function logicalType(type) {
  if (!type) return;
  if (type.type === "STRING") return { field_1: {} };
  if (type.type === "MAP") return { field_2: {} };
  if (type.type === "LIST") return { field_3: {} };
  if (type.type === "ENUM") return { field_4: {} };
  if (type.type === "DECIMAL") return { field_5: {
    field_1: type.scale,
    field_2: type.precision
  } };
  if (type.type === "DATE") return { field_6: {} };
  if (type.type === "TIME") return { field_7: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit)
  } };
  if (type.type === "TIMESTAMP") return { field_8: {
    field_1: type.isAdjustedToUTC,
    field_2: timeUnit(type.unit)
  } };
  if (type.type === "INTEGER") return { field_10: {
    field_1: type.bitWidth,
    field_2: type.isSigned
  } };
  if (type.type === "NULL") return { field_11: {} };
  if (type.type === "JSON") return { field_12: {} };
  if (type.type === "BSON") return { field_13: {} };
  if (type.type === "UUID") return { field_14: {} };
  if (type.type === "FLOAT16") return { field_15: {} };
  if (type.type === "VARIANT") return { field_16: {} };
  if (type.type === "GEOMETRY") return { field_17: {
    field_1: type.crs
  } };
  if (type.type === "GEOGRAPHY") return { field_18: {
    field_1: type.crs,
    field_2: type.algorithm && EdgeInterpolationAlgorithms.indexOf(type.algorithm)
  } };
}
function timeUnit(unit) {
  if (unit === "NANOS") return { field_3: {} };
  if (unit === "MICROS") return { field_2: {} };
  return { field_1: {} };
}

// src/model/key-bound.ts
function widenBound(one, other) {
  if (one.tag === "integer" && other.tag === "integer")
    return {
      tag: "integer",
      min: least(one.min, other.min),
      max: -least(-one.max, -other.max)
    };
  if (one.tag === "text" && other.tag === "text")
    return {
      tag: "text",
      min: isBefore(one.min, other.min) ? one.min : other.min,
      max: isBefore(one.max, other.max) ? other.max : one.max
    };
  throw new TypeError("a key column has one type");
}
function least(one, other) {
  if (one < other) return one;
  return other;
}
function isBefore(one, other) {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
}

// src/stage/key-bounds.ts
var MAX_TEXT_BYTES = 64;
function boundKindOf(type) {
  switch (type.tag) {
    case "int16":
    case "int32":
      return "int32";
    case "int64":
      return "int64";
    case "string":
      return "text";
    default:
      return void 0;
  }
}
var KeyBoundGatherer = class {
  #kind;
  #bound;
  #isUnbounded = false;
  constructor(kind) {
    this.#kind = kind;
  }
  /** `undefined` when there were no values, or no bound that holds for all. */
  get bound() {
    return this.#isUnbounded ? void 0 : this.#bound;
  }
  take(values) {
    if (values.length === 0 || this.#isUnbounded) return;
    const bound = this.#boundOf(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    if (bound === void 0) this.#isUnbounded = true;
    else this.#bound = this.#bound === void 0 ? bound : widenBound(this.#bound, bound);
  }
  #boundOf(bytes) {
    switch (this.#kind) {
      case "int32":
        return boundOfInt32(bytes);
      case "int64":
        return boundOfInt64(bytes);
      case "text":
        return boundOfTexts(bytes);
      default:
        return this.#kind;
    }
  }
};
function boundOfInt32(bytes) {
  let min = bytes.readInt32LE(0);
  let max = min;
  for (let at = 4; at < bytes.length; at += 4) {
    const value = bytes.readInt32LE(at);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { tag: "integer", min: BigInt(min), max: BigInt(max) };
}
function boundOfInt64(bytes) {
  let min = 0;
  let max = 0;
  for (let at = 8; at < bytes.length; at += 8) {
    if (isLess(bytes, at, min)) min = at;
    if (isLess(bytes, max, at)) max = at;
  }
  return { tag: "integer", min: bytes.readBigInt64LE(min), max: bytes.readBigInt64LE(max) };
}
function isLess(bytes, one, other) {
  const [high, otherHigh] = [bytes.readInt32LE(one + 4), bytes.readInt32LE(other + 4)];
  return high === otherHigh ? bytes.readUInt32LE(one) < bytes.readUInt32LE(other) : high < otherHigh;
}
function boundOfTexts(bytes) {
  let min;
  let max;
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    const end = start + bytes.readUInt32LE(at);
    if (end - start > MAX_TEXT_BYTES) return void 0;
    if (min === void 0 || bytes.compare(min, 0, min.length, start, end) < 0)
      min = bytes.subarray(start, end);
    if (max === void 0 || bytes.compare(max, 0, max.length, start, end) > 0)
      max = bytes.subarray(start, end);
    at = end;
  }
  return min === void 0 || max === void 0 ? void 0 : { tag: "text", min: min.toString(), max: max.toString() };
}

// src/stage/plain-buffer.ts
var INITIAL_BYTES = 4096;
var KEPT_BYTES = 4 * 1024 * 1024;
var SHORT_COPY_BYTES = 24;
var TWO_TO_32 = 4294967296;
var PlainBuffer = class {
  #bytes;
  #view;
  #length = 0;
  constructor() {
    this.#bytes = Buffer.allocUnsafeSlow(INITIAL_BYTES);
    this.#view = viewOf(this.#bytes);
  }
  get length() {
    return this.#length;
  }
  /** What has been written. Valid until the next write. */
  written() {
    return this.#bytes.subarray(0, this.#length);
  }
  /** Forgets everything after the first `length` bytes. */
  truncate(length) {
    this.#length = length;
  }
  reset() {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#resize(INITIAL_BYTES);
  }
  appendByte(byte) {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }
  appendInt32(value) {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }
  /** `value` is a safe integer. */
  appendSafeInt64(value) {
    this.#reserve(8);
    const high = Math.floor(value / TWO_TO_32);
    this.#view.setUint32(this.#length, value - high * TWO_TO_32, true);
    this.#view.setInt32(this.#length + 4, high, true);
    this.#length += 8;
  }
  appendInt64(value) {
    this.#reserve(8);
    this.#view.setBigInt64(this.#length, value, true);
    this.#length += 8;
  }
  /** 16 bytes, big-endian, as a DECIMAL of fixed length is written. */
  appendInt128(value) {
    this.#reserve(16);
    this.#view.setBigInt64(this.#length, value >> 64n, false);
    this.#view.setBigUint64(this.#length + 8, value & 0xffffffffffffffffn, false);
    this.#length += 16;
  }
  /** As `appendInt128`, for a safe integer. */
  appendSafeInt128(value) {
    this.#reserve(16);
    const high = Math.floor(value / TWO_TO_32);
    const sign = value < 0 ? -1 : 0;
    this.#view.setInt32(this.#length, sign, false);
    this.#view.setInt32(this.#length + 4, sign, false);
    this.#view.setInt32(this.#length + 8, high, false);
    this.#view.setUint32(this.#length + 12, value - high * TWO_TO_32, false);
    this.#length += 16;
  }
  appendFloat32(value) {
    this.#reserve(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }
  appendFloat64(value) {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }
  /** Copies a slice as it is, without a length. */
  appendSlice(source, start, end) {
    const size = end - start;
    this.#reserve(size);
    const bytes = this.#bytes;
    let at = this.#length;
    if (size < SHORT_COPY_BYTES) for (let from = start; from < end; from++) bytes[at++] = source[from] ?? 0;
    else source.copy(bytes, at, start, end);
    this.#length += size;
  }
  /** Copies a slice as one byte array: its length, then its bytes. */
  appendByteArray(source, start, end) {
    this.appendInt32(end - start);
    this.appendSlice(source, start, end);
  }
  /** Opens a byte array whose length is not known yet. Hand the result to `closeByteArray` when it is written. */
  openByteArray() {
    this.appendInt32(0);
    return this.#length;
  }
  closeByteArray(opened) {
    this.#view.setInt32(opened - 4, this.#length - opened, true);
  }
  /** The bytes, each 0 or 1, as bits, least significant first: PLAIN for BOOLEAN. */
  packedBits() {
    const packed = new Uint8Array(Math.ceil(this.#length / 8));
    for (let i = 0; i < this.#length; i++)
      if (this.#bytes[i] === 1) packed[i >> 3] = (packed[i >> 3] ?? 0) | 1 << (i & 7);
    return packed;
  }
  #reserve(size) {
    const needed = this.#length + size;
    if (needed > this.#bytes.length) this.#resize(Math.max(this.#bytes.length * 2, needed));
  }
  #resize(capacity) {
    const grown = Buffer.allocUnsafeSlow(capacity);
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
    this.#view = viewOf(grown);
  }
};
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/stage/json-text.ts
var QUOTE = 34;
var BACKSLASH = 92;
var HEX = "0123456789abcdef";
function appendAscii(out, text2) {
  for (let i = 0; i < text2.length; i++) out.appendByte(text2.charCodeAt(i));
}
function appendJsonByte(out, byte) {
  if (byte === QUOTE || byte === BACKSLASH) {
    out.appendByte(BACKSLASH);
    out.appendByte(byte);
  } else if (byte < 32) appendAscii(out, `\\u00${HEX[byte >> 4]}${HEX[byte & 15]}`);
  else out.appendByte(byte);
}
function appendJsonString(out, bytes, start, end) {
  out.appendByte(QUOTE);
  for (let at = start; at < end; at++) appendJsonByte(out, bytes[at] ?? 0);
  out.appendByte(QUOTE);
}

// src/stage/array-json.ts
var QUOTE2 = 34;
var BACKSLASH2 = 92;
var OPEN = 123;
var CLOSE = 125;
var COMMA = 44;
var EQUALS = 61;
var SUBSCRIPT = 91;
var NUMBER_TEXT = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/;
var NOT_A_NUMBER = /^(?:NaN|-?Infinity)$/;
function arrayJsonReader(form) {
  const delimiter = form.delimiter.charCodeAt(0);
  return (bytes, start, end, out) => {
    const before = out.length;
    const opened = out.openByteArray();
    const literal3 = startOfBraces(bytes, start, end);
    if (!appendArray({ bytes, start: literal3, end, delimiter, element: form.element }, out)) {
      out.truncate(before);
      return "malformed";
    }
    out.closeByteArray(opened);
    return "value";
  };
}
function startOfBraces(bytes, start, end) {
  if (bytes[start] !== SUBSCRIPT) return start;
  const equals = bytes.indexOf(EQUALS, start);
  return equals === -1 ? end : equals + 1;
}
function appendArray(literal3, out) {
  const { bytes, end, delimiter } = literal3;
  let depth = 0;
  let at = literal3.start;
  let awaitsElement = true;
  if (bytes[at] !== OPEN) return false;
  while (at < end) {
    const byte = bytes[at];
    if (byte === OPEN) {
      if (!awaitsElement) return false;
      depth++;
      appendAscii(out, "[");
      awaitsElement = bytes[at + 1] !== CLOSE;
      at++;
    } else if (byte === CLOSE) {
      if (awaitsElement) return false;
      appendAscii(out, "]");
      at++;
      if (--depth === 0) return at === end;
    } else if (byte === delimiter) {
      if (awaitsElement) return false;
      out.appendByte(COMMA);
      awaitsElement = true;
      at++;
    } else {
      if (!awaitsElement) return false;
      at = byte === QUOTE2 ? appendQuoted(literal3, at, out) : appendUnquoted(literal3, at, out);
      if (at === -1) return false;
      awaitsElement = false;
    }
  }
  return false;
}
function appendQuoted(literal3, start, out) {
  const { bytes, end, element } = literal3;
  if (element === "number" || element === "boolean") return -1;
  const isText = element === "text";
  if (isText) out.appendByte(QUOTE2);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE2; at++) {
    if (bytes[at] === BACKSLASH2) at++;
    if (isText) appendJsonByte(out, bytes[at] ?? 0);
    else out.appendByte(bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  if (isText) out.appendByte(QUOTE2);
  return at + 1;
}
function appendUnquoted(literal3, start, out) {
  const { bytes, end, delimiter, element } = literal3;
  let at = start;
  while (at < end && bytes[at] !== delimiter && bytes[at] !== CLOSE) {
    if (bytes[at] === OPEN || bytes[at] === QUOTE2 || bytes[at] === BACKSLASH2) return -1;
    at++;
  }
  if (isNull(bytes, start, at)) {
    appendAscii(out, "null");
    return at;
  }
  return appendBareElement(element, bytes, start, at, out) ? at : -1;
}
function isNull(bytes, start, end) {
  return end - start === 4 && bytes.toString("latin1", start, end) === "NULL";
}
function appendBareElement(element, bytes, start, end, out) {
  switch (element) {
    case "number": {
      const text2 = bytes.toString("latin1", start, end);
      if (NUMBER_TEXT.test(text2)) appendAscii(out, text2);
      else if (NOT_A_NUMBER.test(text2)) appendAscii(out, `"${text2}"`);
      else return false;
      return true;
    }
    case "boolean": {
      const text2 = bytes.toString("latin1", start, end);
      if (text2 !== "t" && text2 !== "f") return false;
      appendAscii(out, text2 === "t" ? "true" : "false");
      return true;
    }
    case "json":
      out.appendSlice(bytes, start, end);
      return true;
    case "text":
      appendJsonString(out, bytes, start, end);
      return true;
    default:
      return element;
  }
}

// src/stage/hstore-json.ts
var QUOTE3 = 34;
var BACKSLASH3 = 92;
var readHstoreJson = (bytes, start, end, out) => {
  const before = out.length;
  const opened = out.openByteArray();
  if (!appendObject(bytes, start, end, out)) {
    out.truncate(before);
    return "malformed";
  }
  out.closeByteArray(opened);
  return "value";
};
function appendObject(bytes, start, end, out) {
  appendAscii(out, "{");
  let at = start;
  while (at < end) {
    if (at > start) {
      if (!hasText(bytes, at, end, ", ")) return false;
      appendAscii(out, ",");
      at += 2;
    }
    at = appendQuoted2(bytes, at, end, out);
    if (at === -1 || !hasText(bytes, at, end, "=>")) return false;
    appendAscii(out, ":");
    at += 2;
    if (hasText(bytes, at, end, "NULL")) {
      appendAscii(out, "null");
      at += 4;
    } else at = appendQuoted2(bytes, at, end, out);
    if (at === -1) return false;
  }
  appendAscii(out, "}");
  return true;
}
function hasText(bytes, at, end, text2) {
  return at + text2.length <= end && bytes.toString("latin1", at, at + text2.length) === text2;
}
function appendQuoted2(bytes, start, end, out) {
  if (start >= end || bytes[start] !== QUOTE3) return -1;
  out.appendByte(QUOTE3);
  let at = start + 1;
  for (; at < end && bytes[at] !== QUOTE3; at++) {
    if (bytes[at] === BACKSLASH3) at++;
    appendJsonByte(out, bytes[at] ?? 0);
  }
  if (at >= end) return -1;
  out.appendByte(QUOTE3);
  return at + 1;
}

// src/stage/read-decimal.ts
var MINUS = 45;
var POINT = 46;
var ZERO = 48;
var SAFE_DIGITS = 15;
function decimalWidth(precision) {
  if (precision <= 9) return 4;
  return precision <= 18 ? 8 : 16;
}
function decimalReader(precision, scale) {
  const width = decimalWidth(precision);
  return (bytes, start, end, out) => {
    const shape = scanNumber(bytes, start, end, scale);
    if (typeof shape === "string") return shape;
    const { digits, value } = shape;
    if (digits > precision) return "an overflowing number";
    if (digits <= SAFE_DIGITS) appendSafe(out, width, value);
    else appendLarge(out, width, unscaledInteger(bytes.toString("latin1", start, end), scale));
    return "value";
  };
}
var SHAPE = { digits: 0, value: 0 };
function scanNumber(bytes, start, end, scale) {
  const negative = bytes[start] === MINUS;
  let at = negative ? start + 1 : start;
  if (at >= end) return "malformed";
  if (!isDigit(bytes[at])) return notANumber(bytes.toString("latin1", at, end), negative);
  let value = 0;
  let digits = 0;
  for (; at < end && bytes[at] !== POINT; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return "malformed";
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  const pointAt = at;
  if (at < end && ++at === end) return "malformed";
  let fractionDigits = 0;
  let excess = false;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return "malformed";
    if (at - pointAt > scale) {
      excess ||= digit > 0;
      continue;
    }
    fractionDigits++;
    if (digits > 0 || digit > 0) digits++;
    value = value * 10 + digit;
  }
  if (excess) return "an overflowing number";
  for (; fractionDigits < scale; fractionDigits++) {
    if (digits > 0) digits++;
    value *= 10;
  }
  SHAPE.digits = digits;
  SHAPE.value = negative ? 0 - value : value;
  return SHAPE;
}
function isDigit(byte) {
  return byte !== void 0 && byte >= ZERO && byte <= ZERO + 9;
}
function notANumber(text2, negative) {
  if (text2 === "NaN" && !negative) return "NaN";
  return text2 === "Infinity" ? "infinity" : "malformed";
}
function unscaledInteger(text2, scale) {
  const [whole = "", fraction = ""] = text2.split(".");
  return BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
}
function appendSafe(out, width, value) {
  if (width === 4) out.appendInt32(value);
  else if (width === 8) out.appendSafeInt64(value);
  else out.appendSafeInt128(value);
}
function appendLarge(out, width, value) {
  if (width === 16) out.appendInt128(value);
  else out.appendInt64(value);
}

// src/stage/read-float.ts
var MINUS2 = 45;
var POINT2 = 46;
var ZERO2 = 48;
var SAFE_DIGITS2 = 15;
var NUMBER_TEXT2 = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/;
var HALFWAY = 0x10000000n;
var LACKING_BITS = 0x1fffffffn;
var SCRATCH = new DataView(new ArrayBuffer(8));
var readFloat64 = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString("latin1", start, end));
  if (value === void 0) return "malformed";
  out.appendFloat64(value);
  return "value";
};
var readFloat32 = (bytes, start, end, out) => {
  const value = readShortNumber(bytes, start, end) ?? parseFloatText(bytes.toString("latin1", start, end));
  if (value === void 0) return "malformed";
  out.appendFloat32(isHalfway(value) ? roundedOnce(bytes.toString("latin1", start, end), value) : value);
  return "value";
};
function readShortNumber(bytes, start, end) {
  const negative = bytes[start] === MINUS2;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS2) return void 0;
  let value = 0;
  let divisor = 0;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT2 && divisor === 0 && at > first && at < end - 1) {
      divisor = 1;
      continue;
    }
    const digit = byte - ZERO2;
    if (digit < 0 || digit > 9) return void 0;
    value = value * 10 + digit;
    divisor *= 10;
  }
  const magnitude = divisor === 0 ? value : value / divisor;
  return negative ? -magnitude : magnitude;
}
function parseFloatText(text2) {
  switch (text2) {
    case "NaN":
      return Number.NaN;
    case "Infinity":
      return Number.POSITIVE_INFINITY;
    case "-Infinity":
      return Number.NEGATIVE_INFINITY;
    default:
      return NUMBER_TEXT2.test(text2) ? Number(text2) : void 0;
  }
}
function isHalfway(value) {
  if (Math.fround(value) === value || !Number.isFinite(value)) return false;
  SCRATCH.setFloat64(0, value);
  return (SCRATCH.getBigUint64(0) & LACKING_BITS) === HALFWAY;
}
function roundedOnce(text2, halfway) {
  const side = compareExactly(text2, halfway);
  if (side === 0) return halfway;
  SCRATCH.setFloat64(0, halfway);
  const awayFromZero = side > 0 === halfway > 0;
  SCRATCH.setBigUint64(0, SCRATCH.getBigUint64(0) + (awayFromZero ? 1n : -1n));
  return SCRATCH.getFloat64(0);
}
function compareExactly(text2, value) {
  const [, fraction = "", exponent = "0"] = NUMBER_TEXT2.exec(text2) ?? [];
  const digits = BigInt(text2.replace(/e.*$/, "").replace(".", ""));
  const tens = Number(exponent) - fraction.length;
  SCRATCH.setFloat64(0, value);
  const bits = SCRATCH.getBigUint64(0);
  const mantissa = (bits & 0xfffffffffffffn | 0x10000000000000n) * (value < 0 ? -1n : 1n);
  const twos = Number(bits >> 52n & 0x7ffn) - 1075;
  const left = digits * 10n ** BigInt(Math.max(tens, 0)) * 2n ** BigInt(Math.max(-twos, 0));
  const right = mantissa * 2n ** BigInt(Math.max(twos, 0)) * 10n ** BigInt(Math.max(-tens, 0));
  return left === right ? 0 : left > right ? 1 : -1;
}

// src/stage/read-integer.ts
var MINUS3 = 45;
var ZERO3 = 48;
var SAFE_DIGITS3 = 15;
var INT64_DIGITS = 19;
function integerReader(bits) {
  const limit = 2 ** (bits - 1);
  return (bytes, start, end, out) => {
    const value = readSafeInteger(bytes, start, end);
    if (!(value >= -limit && value < limit)) return "malformed";
    out.appendInt32(value);
    return "value";
  };
}
var readInt64 = (bytes, start, end, out) => {
  if (end - start <= SAFE_DIGITS3) {
    const value = readSafeInteger(bytes, start, end);
    if (Number.isNaN(value)) return "malformed";
    out.appendSafeInt64(value);
    return "value";
  }
  return readLargeInt64(bytes, start, end, out);
};
function readSafeInteger(bytes, start, end) {
  const negative = bytes[start] === MINUS3;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > SAFE_DIGITS3) return Number.NaN;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO3;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return negative ? 0 - value : value;
}
function readLargeInt64(bytes, start, end, out) {
  const first = bytes[start] === MINUS3 ? start + 1 : start;
  if (end - first > INT64_DIGITS) return "malformed";
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO3;
    if (digit < 0 || digit > 9) return "malformed";
  }
  const value = BigInt(bytes.toString("latin1", start, end));
  if (BigInt.asIntN(64, value) !== value) return "malformed";
  out.appendInt64(value);
  return "value";
}

// src/stage/read-timestamp.ts
var ZERO4 = 48;
var DASH = 45;
var PLUS = 43;
var COLON = 58;
var POINT3 = 46;
var SPACE = 32;
var SECONDS_PER_DAY = 86400;
var MICROSECONDS_PER_SECOND = 1e6;
var SAFE_SECONDS = 9e9;
var MAX_MICROSECONDS = 2n ** 63n - 2n;
var readDate = (bytes, start, end, out) => {
  if (isInfinity(bytes, start, end)) return "infinity";
  const dateEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, dateEnd) || CURSOR.at !== dateEnd) return "malformed";
  const year = dateEnd === end ? CURSOR.year : 1 - CURSOR.year;
  out.appendInt32(daysFromCivil(year, CURSOR.month, CURSOR.day));
  return "value";
};
var readTimestamp = (bytes, start, end, out) => readMoment(bytes, start, end, "none", out);
var readTimestamptz = (bytes, start, end, out) => readMoment(bytes, start, end, "required", out);
var CURSOR = { at: 0, year: 0, month: 0, day: 0, seconds: 0, microseconds: 0, offsetSeconds: 0 };
function readMoment(bytes, start, end, offset, out) {
  if (isInfinity(bytes, start, end)) return "infinity";
  const textEnd = endBeforeEra(bytes, start, end);
  if (!scanDate(bytes, start, textEnd) || bytes[CURSOR.at] !== SPACE) return "malformed";
  if (!scanTime(bytes, CURSOR.at + 1, textEnd)) return "malformed";
  CURSOR.offsetSeconds = 0;
  if (offset === "required" && !scanOffset(bytes, CURSOR.at, textEnd)) return "malformed";
  if (CURSOR.at !== textEnd) return "malformed";
  const year = textEnd === end ? CURSOR.year : 1 - CURSOR.year;
  const days = daysFromCivil(year, CURSOR.month, CURSOR.day);
  return appendMoment(
    out,
    days * SECONDS_PER_DAY + CURSOR.seconds - CURSOR.offsetSeconds,
    CURSOR.microseconds
  );
}
function appendMoment(out, seconds, microseconds) {
  if (seconds < SAFE_SECONDS && seconds > -SAFE_SECONDS) {
    out.appendSafeInt64(seconds * MICROSECONDS_PER_SECOND + microseconds);
    return "value";
  }
  const value = BigInt(seconds) * BigInt(MICROSECONDS_PER_SECOND) + BigInt(microseconds);
  if (value > MAX_MICROSECONDS) return "a timestamp out of range";
  out.appendInt64(value);
  return "value";
}
function isInfinity(bytes, start, end) {
  const first = bytes[start];
  if (first !== 105 && first !== DASH) return false;
  const text2 = bytes.toString("latin1", start, end);
  return text2 === "infinity" || text2 === "-infinity";
}
function endBeforeEra(bytes, start, end) {
  const isBeforeChrist = end - start > 3 && bytes[end - 1] === 67 && bytes[end - 2] === 66 && bytes[end - 3] === SPACE;
  return isBeforeChrist ? end - 3 : end;
}
function scanDate(bytes, start, end) {
  let at = start;
  let year = 0;
  while (at < end && bytes[at] !== DASH) {
    const digit = (bytes[at++] ?? 0) - ZERO4;
    if (digit < 0 || digit > 9) return false;
    year = year * 10 + digit;
  }
  if (at - start < 4 || at - start > 7 || at + 6 > end || bytes[at + 3] !== DASH) return false;
  const month = twoDigits(bytes, at + 1);
  const day = twoDigits(bytes, at + 4);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
  CURSOR.year = year;
  CURSOR.month = month;
  CURSOR.day = day;
  CURSOR.at = at + 6;
  return true;
}
function scanTime(bytes, start, end) {
  if (start + 8 > end || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return false;
  const hours = twoDigits(bytes, start);
  const minutes = twoDigits(bytes, start + 3);
  const seconds = twoDigits(bytes, start + 6);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return false;
  let at = start + 8;
  let microseconds = 0;
  if (bytes[at] === POINT3 && at < end) {
    let weight = MICROSECONDS_PER_SECOND;
    for (at++; at < end && weight > 1; at++) {
      const digit = (bytes[at] ?? 0) - ZERO4;
      if (digit < 0 || digit > 9) break;
      weight /= 10;
      microseconds += digit * weight;
    }
    if (weight === MICROSECONDS_PER_SECOND) return false;
  }
  CURSOR.seconds = hours * 3600 + minutes * 60 + seconds;
  CURSOR.microseconds = microseconds;
  CURSOR.at = at;
  return true;
}
function scanOffset(bytes, start, end) {
  const sign = bytes[start];
  if (sign !== PLUS && sign !== DASH || start + 3 > end) return false;
  let seconds = twoDigits(bytes, start + 1) * 3600;
  let at = start + 3;
  for (let unit = 60; unit >= 1 && at + 3 <= end && bytes[at] === COLON; unit /= 60, at += 3)
    seconds += twoDigits(bytes, at + 1) * unit;
  if (Number.isNaN(seconds)) return false;
  CURSOR.offsetSeconds = sign === DASH ? -seconds : seconds;
  CURSOR.at = at;
  return true;
}
function twoDigits(bytes, at) {
  const tens = (bytes[at] ?? 0) - ZERO4;
  const units = (bytes[at + 1] ?? 0) - ZERO4;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}
var DAYS_PER_ERA = 146097;
var EPOCH_DAYS = 719468;
function daysFromCivil(year, month, day) {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_DAYS;
}

// src/stage/value-reader.ts
function valueReaderOf(mapping) {
  switch (mapping.form.tag) {
    case "array-json":
      return arrayJsonReader(mapping.form);
    case "hstore-json":
      return readHstoreJson;
    case "plain":
      return plainReaderOf(mapping.type);
    default:
      return mapping.form;
  }
}
function plainReaderOf(type) {
  switch (type.tag) {
    case "boolean":
      return readBoolean;
    case "int16":
      return integerReader(16);
    case "int32":
      return integerReader(32);
    case "int64":
      return readInt64;
    case "float32":
      return readFloat32;
    case "float64":
      return readFloat64;
    case "decimal":
      return decimalReader(type.precision, type.scale);
    case "string":
      return readString;
    case "binary":
      return readBytea;
    case "date":
      return readDate;
    case "timestamp":
      return readTimestamp;
    case "timestamptz":
      return readTimestamptz;
    default:
      return type;
  }
}
var readBoolean = (bytes, start, end, out) => {
  const byte = bytes[start];
  if (end - start !== 1 || byte !== 116 && byte !== 102) return "malformed";
  out.appendByte(byte === 116 ? 1 : 0);
  return "value";
};
var readString = (bytes, start, end, out) => {
  out.appendByteArray(bytes, start, end);
  return "value";
};
var NOT_HEX = 255;
var HEX_DIGITS = new Uint8Array(256).fill(NOT_HEX);
for (const [digit, character] of [..."0123456789abcdef"].entries()) {
  HEX_DIGITS[character.charCodeAt(0)] = digit;
  HEX_DIGITS[character.toUpperCase().charCodeAt(0)] = digit;
}
var readBytea = (bytes, start, end, out) => {
  if (bytes[start] !== 92 || bytes[start + 1] !== 120 || (end - start) % 2 !== 0)
    return "malformed";
  const before = out.length;
  out.appendInt32((end - start) / 2 - 1);
  for (let at = start + 2; at < end; at += 2) {
    const high = HEX_DIGITS[bytes[at] ?? 0] ?? NOT_HEX;
    const low = HEX_DIGITS[bytes[at + 1] ?? 0] ?? NOT_HEX;
    if (high === NOT_HEX || low === NOT_HEX) {
      out.truncate(before);
      return "malformed";
    }
    out.appendByte(high << 4 | low);
  }
  return "value";
};

// src/stage/column-builder.ts
var INITIAL_ROWS = 1024;
var ColumnBuilder = class {
  values = new PlainBuffer();
  #options;
  #read;
  #presence = new Uint8Array(INITIAL_ROWS);
  #rowCount = 0;
  #nullCount = 0;
  #specialValueCount = 0;
  constructor(options) {
    this.#options = options;
    this.#read = valueReaderOf(options.mapping);
  }
  get rowCount() {
    return this.#rowCount;
  }
  get nullCount() {
    return this.#nullCount;
  }
  get isBoolean() {
    return this.#options.mapping.type.tag === "boolean";
  }
  /** Values turned into null since the builder was made; `reset` does not forget them. */
  get specialValueCount() {
    return this.#specialValueCount;
  }
  /** One byte per row: 1 where it holds a value, 0 where null. Valid until the next append. */
  presence() {
    return this.#presence.subarray(0, this.#rowCount);
  }
  /**
   * Reads the text in `bytes[start, end)`. Nothing of `bytes` is kept.
   *
   * Throws `value-unrepresentable` for a value without a home in the target type, unless the policy makes it null,
   * and `protocol-violated` for text that PostgreSQL does not print for this type. Neither quotes the value.
   */
  append(bytes, start, end) {
    const reading = this.#read(bytes, start, end, this.values);
    if (reading === "value") this.#appendPresence(1);
    else this.#appendWithoutHome(reading);
  }
  appendNull() {
    this.#nullCount++;
    this.#appendPresence(0);
  }
  /** Makes ready for the next row group. */
  reset() {
    this.values.reset();
    this.#rowCount = 0;
    this.#nullCount = 0;
  }
  #appendPresence(present) {
    if (this.#rowCount === this.#presence.length) {
      const grown = new Uint8Array(this.#rowCount * 2);
      grown.set(this.#presence);
      this.#presence = grown;
    }
    this.#presence[this.#rowCount++] = present;
  }
  #appendWithoutHome(reading) {
    if (reading === "malformed") throw malformedError(this.#options);
    if (this.#options.specialValues === "error" || this.#options.isKey)
      throw unrepresentableError(this.#options, reading);
    this.#specialValueCount++;
    this.appendNull();
  }
};
function malformedError({ table, column, mapping }) {
  return new IngestError(
    "protocol-violated",
    `A value of ${table}.${column} is not what PostgreSQL prints for the type it is mapped to (${mapping.type.tag}).`
  );
}
function unrepresentableError({ table, column, mapping, isKey }, value) {
  const solution = isKey ? `${column} belongs to the row key, which cannot be NULL: give ${table} another key under write_mode.keys, change the value at the source, or take the table out of the selection.` : `Set "special_values: null" to store NULL instead and have the values counted in the report, or list ${column} under exclude_columns.`;
  return new IngestError(
    "value-unrepresentable",
    `A row of ${table} holds ${value} in column ${column}, which the target type (${mapping.type.tag}) cannot hold.`,
    { solution }
  );
}

// src/stage/parquet-field.ts
function parquetField(name, type, repetition) {
  return { name, repetition_type: repetition, ...annotationOf(type) };
}
function annotationOf(type) {
  switch (type.tag) {
    case "boolean":
      return { type: "BOOLEAN" };
    case "int16":
      return { type: "INT32", converted_type: "INT_16" };
    case "int32":
      return { type: "INT32" };
    case "int64":
      return { type: "INT64" };
    case "float32":
      return { type: "FLOAT" };
    case "float64":
      return { type: "DOUBLE" };
    case "decimal":
      return decimalAnnotation(type.precision, type.scale);
    case "string":
      return { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
    case "binary":
      return { type: "BYTE_ARRAY" };
    case "date":
      return { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
    case "timestamp":
      return timestampAnnotation(false);
    case "timestamptz":
      return timestampAnnotation(true);
    default:
      return type;
  }
}
function decimalAnnotation(precision, scale) {
  const annotation = {
    converted_type: "DECIMAL",
    logical_type: { type: "DECIMAL", precision, scale },
    precision,
    scale
  };
  switch (decimalWidth(precision)) {
    case 4:
      return { type: "INT32", ...annotation };
    case 8:
      return { type: "INT64", ...annotation };
    case 16:
      return { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, ...annotation };
  }
}
function timestampAnnotation(isAdjustedToUTC) {
  return { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC, unit: "MICROS" } };
}

// src/stage/staged-row-group.ts
var STRING2 = { tag: "string" };
var INT642 = { tag: "int64" };
var INSTANT = { tag: "timestamptz" };
var BOOLEAN = { tag: "boolean" };
var StagedRowGroup = class {
  #layout;
  #data;
  /** By index into the columns; `undefined` where a column is not keepable. */
  #keepFlags;
  /** In the order of `layout.keyColumns`; empty without previous keys. */
  #previousKey;
  #op = new PlainBuffer();
  #lsn = new PlainBuffer();
  #committedAt = new PlainBuffer();
  #seq = new PlainBuffer();
  /** Written only with previous keys. */
  #movedLsn = new PlainBuffer();
  #fields;
  #rowCount = 0;
  #textBytes = 0;
  constructor(layout) {
    this.#layout = layout;
    this.#data = layout.columns.map(
      (column, i) => columnBuilder(layout, column, layout.keyColumns.includes(i))
    );
    this.#keepFlags = layout.columns.map(
      (_, i) => layout.keepable.includes(i) ? new PlainBuffer() : void 0
    );
    this.#previousKey = keyColumnsOf(layout).map((column) => columnBuilder(layout, column, true));
    this.#fields = stagedFields(layout);
  }
  /** Schema of the file, in the order of `encode`. */
  get fields() {
    return this.#fields;
  }
  get rowCount() {
    return this.#rowCount;
  }
  /** Text of the values held, in bytes: near enough to what they take up here. */
  get textBytes() {
    return this.#textBytes;
  }
  /** Values turned into null, over all row groups. */
  get specialValueCount() {
    return [...this.#data, ...this.#previousKey].reduce((sum, builder) => sum + builder.specialValueCount, 0);
  }
  append(row, control, previousKey2) {
    const { columns } = this.#layout;
    for (let i = 0; i < columns.length; i++) this.#appendValue(i, row);
    if (this.#previousKey.length > 0) this.#appendPreviousKey(previousKey2);
    else if (previousKey2 !== void 0)
      throw violation(this.#layout, "A key change came where none was expected");
    this.#op.appendInt32(1);
    this.#op.appendByte(control.op.charCodeAt(0));
    this.#lsn.appendInt64(control.lsn);
    this.#committedAt.appendInt64(control.committedAt);
    this.#seq.appendSafeInt64(control.seq);
    if (this.#layout.withPreviousKey) this.#movedLsn.appendInt64(control.movedLsn);
    this.#rowCount++;
  }
  /** The columns as they stand. Valid until the next `append` or `reset`. */
  encode() {
    const columns = [
      ...this.#data.map(optionalColumn),
      ...this.#keepFlags.filter((flags) => flags !== void 0).map((flags) => required(flags.packedBits())),
      ...this.#previousKey.map(optionalColumn),
      ...this.#layout.withPreviousKey ? [required(this.#movedLsn.written())] : [],
      ...[this.#op, this.#lsn, this.#committedAt, this.#seq].map((buffer) => required(buffer.written()))
    ];
    return this.#fields.flatMap((field, i) => {
      const column = columns[i];
      return column === void 0 ? [] : [{ field, ...column }];
    });
  }
  /** Makes ready for the next row group. */
  reset() {
    for (const builder of this.#data) builder.reset();
    for (const flags of this.#keepFlags) flags?.reset();
    for (const builder of this.#previousKey) builder.reset();
    for (const buffer of [this.#movedLsn, this.#op, this.#lsn, this.#committedAt, this.#seq]) buffer.reset();
    this.#rowCount = 0;
    this.#textBytes = 0;
  }
  #appendValue(index, row) {
    const builder = this.#data[index];
    const column = this.#layout.columns[index];
    if (builder === void 0 || column === void 0) return;
    const keepFlags = this.#keepFlags[index];
    const source = column.sourceIndex;
    const kind = row.kinds[source];
    if (kind === ValueKind.text) {
      const start = row.starts[source] ?? 0;
      const end = row.ends[source] ?? 0;
      builder.append(row.bytes, start, end);
      this.#textBytes += end - start;
    } else if (kind === ValueKind.null) builder.appendNull();
    else if (kind === ValueKind.unchanged && keepFlags !== void 0) builder.appendNull();
    else throw violation(this.#layout, `Column ${column.name} came without its value`);
    keepFlags?.appendByte(kind === ValueKind.unchanged ? 1 : 0);
  }
  #appendPreviousKey(previousKey2) {
    const { columns, keyColumns } = this.#layout;
    for (let j = 0; j < keyColumns.length; j++) {
      const builder = this.#previousKey[j];
      const source = columns[keyColumns[j] ?? -1]?.sourceIndex ?? -1;
      if (builder === void 0) continue;
      const kind = previousKey2?.kinds[source] ?? ValueKind.null;
      if (kind === ValueKind.null) builder.appendNull();
      else if (kind === ValueKind.text && previousKey2 !== void 0)
        builder.append(previousKey2.bytes, previousKey2.starts[source] ?? 0, previousKey2.ends[source] ?? 0);
      else throw violation(this.#layout, "A key change came without the whole previous key");
    }
  }
};
function stagedFields(layout) {
  const { columns, keepable } = layout;
  return [
    ...columns.map((column, i) => parquetField(`c${i}`, column.mapping.type, "OPTIONAL")),
    ...columns.flatMap((_, i) => keepable.includes(i) ? [parquetField(`k${i}`, BOOLEAN, "REQUIRED")] : []),
    ...layout.withPreviousKey ? [
      ...layout.keyColumns.map(
        (i) => parquetField(`f${i}`, columnAt(layout, i).mapping.type, "OPTIONAL")
      ),
      parquetField("moved_lsn", INT642, "REQUIRED")
    ] : [],
    parquetField("op", STRING2, "REQUIRED"),
    parquetField("lsn", INT642, "REQUIRED"),
    parquetField("committed_at", INSTANT, "REQUIRED"),
    parquetField("seq", INT642, "REQUIRED")
  ];
}
function keyColumnsOf(layout) {
  return layout.withPreviousKey ? layout.keyColumns.map((i) => columnAt(layout, i)) : [];
}
function columnAt(layout, index) {
  const column = layout.columns[index];
  if (column === void 0)
    throw new IngestError("internal-error", `${layout.table} has no staged column ${index}.`);
  return column;
}
function columnBuilder(layout, column, isKey) {
  const { table, specialValues } = layout;
  return new ColumnBuilder({ mapping: column.mapping, specialValues, table, column: column.name, isKey });
}
function optionalColumn(builder) {
  const { values, nullCount } = builder;
  return {
    presence: builder.presence(),
    nullCount,
    values: builder.isBoolean ? values.packedBits() : values.written()
  };
}
function required(values) {
  return { presence: void 0, nullCount: 0, values };
}
function violation(layout, what) {
  return new IngestError("protocol-violated", `${what} in a row of ${layout.table}.`);
}

// src/stage/parquet-file.ts
var MAGIC = 827474256;
var DEFAULT_ROW_GROUP_ROWS = 32768;
var ROW_GROUP_BYTES = 16 * 1024 * 1024;
var KEY_VALUES = [{ key: "org.apache.spark.version", value: "4.0.0" }];
var COMPRESSION = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } };
var HAS_ZSTD = typeof zlib.zstdCompressSync === "function";
var CODEC = HAS_ZSTD ? "ZSTD" : "GZIP";
function openStagedFile(options) {
  return new StagedFileWriter(options);
}
var StagedFileWriter = class {
  #path;
  #rowGroupRows;
  #rowGroup;
  #keyBounds;
  #writer = new ByteWriter();
  #rowGroups = [];
  #state = "open";
  #file;
  #rowCount = 0;
  constructor(options) {
    this.#path = options.path;
    this.#rowGroupRows = options.rowGroupRows ?? DEFAULT_ROW_GROUP_ROWS;
    this.#rowGroup = new StagedRowGroup(options);
    this.#keyBounds = keyBoundGatherers(options);
    this.#file = translateErrors(this.#path, () => openSync(this.#path, "w"));
    this.#writer.appendUint32(MAGIC);
  }
  /** Rows appended so far. */
  get rowCount() {
    return this.#rowCount;
  }
  /**
   * Appends one row, and writes a row group when enough have come. Nothing of `row` is kept.
   *
   * An unchanged value of a keepable column becomes null with its keep flag set. Throws `value-unrepresentable`,
   * `protocol-violated`, `disk-full` or `staging-failed`.
   */
  append(row, control, previousKey2) {
    this.#requireOpen();
    this.#state = "appending";
    this.#rowGroup.append(row, control, previousKey2);
    this.#rowCount++;
    if (this.#rowGroup.rowCount >= this.#rowGroupRows || this.#rowGroup.textBytes >= ROW_GROUP_BYTES)
      this.#writeRowGroup();
    this.#state = "open";
  }
  /** Writes what is left and the footer. Only then is the file a Parquet file. */
  async close() {
    this.#requireOpen();
    this.#state = "appending";
    if (this.#rowGroup.rowCount > 0) this.#writeRowGroup();
    this.#writeFooter();
    translateErrors(this.#path, () => closeSync(this.#file));
    this.#state = "closed";
    return {
      rows: this.#rowCount,
      bytes: this.#writer.offset,
      specialValues: this.#rowGroup.specialValueCount,
      keyBounds: new Map(
        [...this.#keyBounds].flatMap(
          ([index, { bound }]) => bound === void 0 ? [] : [[index, bound]]
        )
      )
    };
  }
  /** Removes the unfinished file. Never fails, and does nothing after `close`. */
  abandon() {
    if (this.#state === "closed") return;
    this.#state = "closed";
    ignoreErrors(() => closeSync(this.#file));
    ignoreErrors(() => rmSync(this.#path, { force: true }));
  }
  async [Symbol.asyncDispose]() {
    this.abandon();
  }
  #requireOpen() {
    if (this.#state !== "open")
      throw new IngestError("internal-error", `The staged file ${this.#path} is closed, or failed earlier.`);
  }
  #writeRowGroup() {
    const columns = [];
    const start = this.#writer.offset;
    for (const [index, column] of this.#rowGroup.encode().entries()) {
      this.#keyBounds.get(index)?.take(column.values);
      columns.push(writeColumnChunk(this.#writer, column, this.#rowGroup.rowCount));
      this.#flush();
    }
    this.#rowGroups.push({
      columns,
      num_rows: BigInt(this.#rowGroup.rowCount),
      total_byte_size: columns.reduce(
        (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
        0n
      ),
      total_compressed_size: BigInt(this.#writer.offset - start)
    });
    this.#rowGroup.reset();
  }
  #writeFooter() {
    const { fields } = this.#rowGroup;
    writeMetadata(this.#writer, {
      version: 2,
      created_by: "tributary",
      schema: [{ name: "row", num_children: fields.length }, ...fields],
      num_rows: BigInt(this.#rowCount),
      row_groups: this.#rowGroups,
      key_value_metadata: KEY_VALUES,
      metadata_length: 0
    });
    this.#writer.appendUint32(MAGIC);
    this.#flush();
  }
  /** Moves what the writer holds to the disk. */
  #flush() {
    const bytes = this.#writer.getBytes();
    translateErrors(this.#path, () => {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    });
    this.#writer.index = 0;
  }
};
function keyBoundGatherers({ columns, keyColumns }) {
  return new Map(
    keyColumns.flatMap((index) => {
      const type = columns[index]?.mapping.type;
      const kind = type === void 0 ? void 0 : boundKindOf(type);
      return kind === void 0 ? [] : [[index, new KeyBoundGatherer(kind)]];
    })
  );
}
function writeColumnChunk(writer, column, rowCount) {
  const { field, nullCount } = column;
  const levels = definitionLevels(column);
  const values = HAS_ZSTD ? zlib.zstdCompressSync(column.values, COMPRESSION) : zlib.gzipSync(column.values, { level: zlib.constants.Z_BEST_SPEED });
  const start = writer.offset;
  const uncompressedSize = levels.length + column.values.length;
  writePageHeader(writer, {
    type: "DATA_PAGE_V2",
    uncompressed_page_size: uncompressedSize,
    compressed_page_size: levels.length + values.length,
    data_page_header_v2: {
      num_values: rowCount,
      num_nulls: nullCount,
      num_rows: rowCount,
      encoding: "PLAIN",
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: true
    }
  });
  const headerSize = writer.offset - start;
  writer.appendBytes(levels);
  writer.appendBytes(values);
  return {
    file_offset: BigInt(start),
    meta_data: {
      type: field.type,
      encodings: ["PLAIN"],
      path_in_schema: [field.name],
      codec: CODEC,
      num_values: BigInt(rowCount),
      total_uncompressed_size: BigInt(headerSize + uncompressedSize),
      total_compressed_size: BigInt(writer.offset - start),
      data_page_offset: BigInt(start)
    }
  };
}
function definitionLevels({ presence }) {
  const levels = new ByteWriter();
  if (presence !== void 0) writeRleBitPackedHybrid(levels, presence, 1);
  return levels.getBytes();
}
var DISK_FULL_CODES = /* @__PURE__ */ new Set(["ENOSPC", "EDQUOT"]);
function translateErrors(path6, action) {
  try {
    return action();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
    if (DISK_FULL_CODES.has(code))
      throw new IngestError("disk-full", `No space is left to write the staged file ${path6}.`, {
        solution: "Free space on that disk, or point the temporary directory (TMPDIR) to one with more room.",
        cause
      });
    throw new IngestError(
      "staging-failed",
      `The staged file ${path6} could not be written (${String(code)}).`,
      {
        solution: "See that the directory exists and may be written to.",
        cause
      }
    );
  }
}
function ignoreErrors(action) {
  try {
    action();
  } catch {
  }
}

// src/ingest/complete-rows.ts
var REREAD_ROWS = 100;
async function* completeMovedRows(netChanges, source, table, shape) {
  let waiting = [];
  for (const change of netChanges) {
    if (change.tag === "delete-key" || change.movedFrom === void 0) {
      yield change;
    } else {
      waiting.push(change);
      if (waiting.length < REREAD_ROWS) continue;
      yield* await completeSome(waiting, source, table, shape);
      waiting = [];
    }
  }
  yield* await completeSome(waiting, source, table, shape);
}
async function completeSome(changes, source, table, shape) {
  if (changes.length === 0) return [];
  const view = new RowView(shape.columnCount);
  const donor = new RowView(shape.columnCount);
  const keys = changes.map(({ image }) => keyTexts(readRowImage(image, view), shape));
  const rows = await rereadRows(source, table, shape, keys);
  return changes.map((change, index) => {
    layTexts(donor, keepableColumns(shape), rows[index] ?? []);
    const image = fillUnchanged(readRowImage(change.image, view), donor);
    return { ...change, image, movedFrom: void 0 };
  });
}
async function rereadRows(source, table, shape, keys) {
  const { selected, target } = table.plan;
  const typeOf2 = (name) => selected.columns.find((column) => column.name === name)?.type.displayName ?? "text";
  return source.readRows({
    schema: selected.source.schema,
    table: selected.source.name,
    keyColumns: target.keyColumns.map((name) => ({ name, type: typeOf2(name) })),
    keys,
    columns: shape.layout.keepable.map((index) => shape.stagedNames[index] ?? "")
  });
}
function keepableColumns(shape) {
  return shape.layout.keepable.map((index) => shape.layout.columns[index]?.sourceIndex ?? 0);
}
function layTexts(view, columns, texts) {
  view.kinds.fill(ValueKind.null);
  const pieces = [];
  let at = 0;
  for (const [position, column] of columns.entries()) {
    const text2 = texts[position] ?? null;
    if (text2 === null) continue;
    const bytes = Buffer.from(text2, "utf8");
    pieces.push(bytes);
    view.kinds[column] = ValueKind.text;
    view.starts[column] = at;
    at += bytes.length;
    view.ends[column] = at;
  }
  view.bytes = Buffer.concat(pieces);
}
function keyTexts(view, shape) {
  return shape.keyColumns.map(
    (column) => view.bytes.toString("utf8", view.starts[column], view.ends[column])
  );
}

// src/ingest/table-shape.ts
function planShape(columnNames, target) {
  const staged = target.columns.filter(({ name }) => columnNames.includes(name));
  const keyColumns = target.keyColumns.map((key) => columnNames.indexOf(key));
  if (keyColumns.includes(-1)) {
    throw new IngestError(
      "row-key-missing",
      `${target.source}: the log has rows without the key column${target.keyColumns.length === 1 ? "" : "s"} ${target.keyColumns.join(", ")}.`,
      {
        solution: `Load the table anew: run once with --reload ${target.source}`
      }
    );
  }
  const columns = staged.map((column) => ({
    name: column.name,
    sourceIndex: columnNames.indexOf(column.name),
    mapping: column.mapping
  }));
  const toastable = staged.flatMap((column, index) => column.toastable ? [index] : []);
  return {
    columnCount: columnNames.length,
    keyColumns,
    stagedNames: staged.map(({ name }) => name),
    layout: {
      table: target.source,
      columns,
      keepable: toastable,
      keyColumns: target.keyColumns.map((key) => staged.findIndex(({ name }) => name === key)),
      withPreviousKey: toastable.length > 0
    }
  };
}
function shapeOfRelation(relation, target) {
  return planShape(
    relation.columns.map(({ name }) => name),
    target
  );
}
function stagedSources(shape, target, missing2) {
  return target.columns.map(({ name }) => {
    const index = shape.stagedNames.indexOf(name);
    return index === -1 ? { tag: "missing", literal: missing2(name) } : { tag: "staged", index };
  });
}
function layoutFor(shape, specialValues) {
  return { ...shape.layout, specialValues };
}

// src/ingest/merge-table.ts
async function mergeTable(context, interval) {
  const plan = interval.mergePlan();
  if (plan === void 0) return;
  const { warehouse } = context;
  const { counts } = interval.table;
  if (plan.groups.length === 0 && plan.others.tag === "truncated") {
    counts.deletedRows += await warehouse.update(buildTruncation(warehouse.dialect, plan, plan.others.lsn));
    return;
  }
  const asksFirst = plan.unchangedColumns.size > 0 && interval.table.plan.snapshot.tag !== "loaded";
  if (!asksFirst && await runMerge(context, counts, plan)) return;
  await runMerge(context, counts, await resolveOrphans(context, interval, plan));
}
async function runMerge(context, counts, plan) {
  const { warehouse } = context;
  const { name: target, deletedRows } = plan.target;
  const { mergedAt, deletions } = plan;
  const statement = buildMerge(warehouse.dialect, plan);
  const merged = await warehouse.merge({ statement, target, mergedAt, deletedRows, deletions });
  if (merged === "unresolved") return false;
  counts.insertedRows += merged.inserted;
  counts.updatedRows += merged.updated;
  counts.deletedRows += merged.deleted;
  return true;
}
async function resolveOrphans(context, interval, plan) {
  var _stack = [];
  try {
    const { warehouse, source } = context;
    const { table } = interval;
    const { shape } = table;
    const orphans = await warehouse.query(buildOrphanQuery(warehouse.dialect, plan));
    if (orphans.length === 0) return { ...plan, unresolved: "null" };
    const keys = orphans.map((row) => row.map((value) => value ?? ""));
    const localPath = path3.join(context.workDirectory, `t${table.oid}-reread.parquet`);
    const layout = {
      ...layoutFor(shape, context.pipeline.specialValues),
      keepable: [],
      withPreviousKey: false
    };
    const file = __using(_stack, openStagedFile({ ...layout, path: localPath }), true);
    const view = new RowView(shape.columnCount);
    const columns = [...shape.keyColumns, ...keepableColumns(shape)];
    for (let start = 0; start < keys.length; start += REREAD_ROWS) {
      const some = keys.slice(start, start + REREAD_ROWS);
      const rows = await rereadRows(source, table, shape, some);
      for (const [index, row] of rows.entries()) {
        if (row === void 0) continue;
        layTexts(view, columns, [...some[index] ?? [], ...row]);
        file.append(view, { op: "u", lsn: 0n, committedAt: 0n, seq: 0, movedLsn: 0n });
      }
    }
    const staged = await file.close();
    await warehouse.putStagedFile(localPath, `${interval.rereadDirectory}/part-0.parquet`);
    context.recorder.stagedFile(staged);
    return { ...plan, rereadDirectory: interval.rereadDirectory, unresolved: "null" };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/ingest/several-at-once.ts
async function severalAtOnce(items, atOnce, work) {
  const queue = [...items];
  let failed = false;
  const takeNext = async () => {
    for (let item = queue.shift(); item !== void 0 && !failed; item = queue.shift()) {
      try {
        await work(item);
      } catch (error2) {
        failed = true;
        throw error2;
      }
    }
  };
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, takeNext);
  for (const outcome of await Promise.allSettled(lanes))
    if (outcome.status === "rejected") throw outcome.reason;
}

// src/ingest/table-interval.ts
import path4 from "node:path";

// src/compact/row-key.ts
function rowKeyOf(view, keyColumns, table) {
  let key = "";
  for (const column of keyColumns) {
    if (view.kinds[column] !== ValueKind.text) {
      throw new IngestError(
        "row-key-missing",
        `${table}: PostgreSQL sent a row without a value in its key.`,
        {
          solution: `Check the table's replica identity and the keys configured for it.`
        }
      );
    }
    const start = view.starts[column] ?? 0;
    const end = view.ends[column] ?? 0;
    const text2 = view.bytes.toString("latin1", start, end);
    key = keyColumns.length === 1 ? text2 : `${key}${end - start}:${text2}`;
  }
  return key;
}

// src/compact/table-compactor.ts
var TableCompactor = class {
  #options;
  #netChanges = /* @__PURE__ */ new Map();
  #view;
  #donorView;
  #nowhere;
  constructor(options) {
    this.#options = options;
    this.#view = new RowView(options.columnCount);
    this.#donorView = new RowView(options.columnCount);
    this.#nowhere = nullImage(options.columnCount);
  }
  get size() {
    return this.#netChanges.size;
  }
  apply(change, commit, ordinal) {
    switch (change.tag) {
      case "insert": {
        const key = this.#keyOf(change.image);
        this.#netChanges.set(key, {
          tag: "upsert",
          image: change.image,
          // A row that comes into a publication's row filter is sent as an insert, even where its update left values unchanged:
          // no row here has them, the target's is of before it went out.
          movedFrom: hasUnchanged(this.#view) ? { key: this.#nowhere, commitLsn: commit.commitLsn } : void 0,
          commit,
          ordinal
        });
        return;
      }
      case "update":
        this.#update(change.image, change.previous, commit, ordinal);
        return;
      case "delete":
        this.#delete(this.#keyOf(change.previous.image), change.previous, commit, ordinal);
        return;
      default:
        change;
    }
  }
  /** Forgets everything: the rows changed before a TRUNCATE are gone with it. */
  truncate() {
    this.#netChanges.clear();
  }
  /** The net changes so far; the compactor is empty afterwards. */
  *take() {
    yield* this.#netChanges.values();
    this.#netChanges.clear();
  }
  #update(image, previous, commit, ordinal) {
    const key = this.#keyOf(image);
    const unchanged = hasUnchanged(this.#view);
    const previousKey2 = previous === void 0 ? key : this.#keyOf(previous.image);
    const before = this.#netChanges.get(previousKey2);
    const moved = previousKey2 !== key;
    if (moved && previous !== void 0) this.#delete(previousKey2, previous, commit, ordinal);
    if (!unchanged) {
      this.#netChanges.set(key, { tag: "upsert", image, movedFrom: void 0, commit, ordinal });
      return;
    }
    const completed = this.#complete(image, previous, before);
    this.#netChanges.set(key, {
      tag: "upsert",
      image: completed,
      movedFrom: this.#whereUnchangedLies(
        completed,
        before,
        moved && previous !== void 0 ? { key: previous.image, commitLsn: commit.commitLsn } : void 0
      ),
      commit,
      ordinal
    });
  }
  /** Where the values that an image still leaves unchanged are to be found, if not under the row's own key. */
  #whereUnchangedLies(image, before, moved) {
    if (!hasUnchanged(readRowImage(image, this.#view))) return void 0;
    if (before?.tag !== "upsert" || before.movedFrom === void 0) return moved;
    return { key: before.movedFrom.key, commitLsn: moved?.commitLsn ?? before.movedFrom.commitLsn };
  }
  #complete(image, previous, before) {
    if (previous?.tag === "full") return this.#fill(image, previous.image);
    if (before === void 0) return image;
    if (before.tag !== "upsert") {
      throw new IngestError(
        "protocol-violated",
        `${this.#options.table}: PostgreSQL sent an update of a row that it had deleted.`
      );
    }
    return this.#fill(image, before.image);
  }
  #fill(image, donor) {
    return fillUnchanged(readRowImage(image, this.#view), readRowImage(donor, this.#donorView));
  }
  #delete(key, previous, commit, ordinal) {
    this.#netChanges.set(key, this.#deletion(previous, this.#netChanges.get(key), commit, ordinal));
  }
  #deletion(previous, before, commit, ordinal) {
    if (this.#options.keepDeletedImages) {
      if (previous.tag === "full") {
        return { tag: "delete", image: previous.image, movedFrom: void 0, commit, ordinal };
      }
      if (before?.tag === "upsert") {
        return { tag: "delete", image: before.image, movedFrom: before.movedFrom, commit, ordinal };
      }
    }
    return { tag: "delete-key", image: previous.image, commit, ordinal };
  }
  #keyOf(image) {
    return rowKeyOf(readRowImage(image, this.#view), this.#options.keyColumns, this.#options.table);
  }
};

// src/stage/stage-net-changes.ts
async function stageNetChanges(netChanges, options) {
  var _stack = [];
  try {
    const { path: path6, columnCount, layout } = options;
    const file = __using(_stack, openStagedFile({ ...layout, path: path6 }), true);
    const view = new RowView(columnCount);
    const keyView = new RowView(columnCount);
    const unchangedColumns = /* @__PURE__ */ new Set();
    let movedRows = false;
    let deletions = 0;
    const stage = (change) => {
      readRowImage(change.image, view);
      if (change.tag !== "upsert") deletions += 1;
      if (change.tag !== "delete-key") noteUnchanged(view, layout, unchangedColumns);
      const movedFrom = change.tag === "delete-key" ? void 0 : change.movedFrom;
      if (movedFrom === void 0) {
        file.append(view, controlOf(change, 0n));
      } else {
        movedRows = true;
        file.append(view, controlOf(change, movedFrom.commitLsn), readRowImage(movedFrom.key, keyView));
      }
    };
    if (Symbol.iterator in netChanges) for (const change of netChanges) stage(change);
    else for await (const change of netChanges) stage(change);
    const summary2 = await file.close();
    return { ...summary2, unchangedColumns, movedRows, deletions };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function noteUnchanged(view, layout, unchangedColumns) {
  for (const index of layout.keepable) {
    if (view.kinds[layout.columns[index]?.sourceIndex ?? -1] === ValueKind.unchanged)
      unchangedColumns.add(index);
  }
}
var OPERATIONS = { upsert: "u", delete: "x", "delete-key": "d" };
function controlOf(change, movedLsn) {
  const { commit, ordinal } = change;
  return {
    op: OPERATIONS[change.tag],
    lsn: commit.commitLsn,
    committedAt: commit.committedAt,
    seq: ordinal,
    movedLsn
  };
}

// src/ingest/run-context.ts
function nowMicroseconds(context) {
  return BigInt(Math.trunc(context.nowMs() * 1e3));
}

// src/ingest/table-interval.ts
var TableInterval = class {
  table;
  #context;
  #directory;
  #shapes = [];
  #unchangedColumns = /* @__PURE__ */ new Set();
  #compactor;
  #changes = 0;
  #partCount = 0;
  /** Parts that still count: a TRUNCATE makes those before it void. */
  #livePartCount = 0;
  #movedRows = false;
  #deletions = 0;
  /** Of the parts so far; `undefined` before the first. */
  #keyBounds;
  #truncatedAt;
  constructor(context, table, directory) {
    this.#context = context;
    this.table = table;
    this.#directory = `${directory}/t${table.oid}`;
  }
  get heldRows() {
    return this.#compactor?.size ?? 0;
  }
  apply(change, commit, ordinal) {
    this.#compactor ??= this.#openCompactor();
    this.#compactor.apply(change, commit, ordinal);
    this.#changes += 1;
  }
  truncate(commitLsn) {
    this.#compactor?.truncate();
    this.#shapes.length = 0;
    this.#unchangedColumns.clear();
    this.#movedRows = false;
    this.#livePartCount = 0;
    this.#keyBounds = void 0;
    this.#deletions = 0;
    this.#truncatedAt = commitLsn;
    this.#changes += 1;
  }
  /**
   * Stages what is held as one part. `isLast` says that the interval ends with it: only then can values be left
   * where a row stood before its key changed, because parts are folded without looking at other rows.
   */
  async stagePart(isLast) {
    const compactor = this.#compactor;
    if (compactor === void 0 || compactor.size === 0) return;
    const { shape } = this.table;
    const taken = compactor.take();
    const netChanges = isLast && this.#livePartCount === 0 ? taken : completeMovedRows(taken, this.#context.source, this.table, shape);
    const staged = this.#shapeFor(shape);
    const name = `part-${this.#partCount}.parquet`;
    const localPath = path4.join(this.#context.workDirectory, `t${this.table.oid}-${name}`);
    const part = await stageNetChanges(netChanges, {
      path: localPath,
      columnCount: shape.columnCount,
      layout: layoutFor(shape, this.#context.pipeline.specialValues)
    });
    await this.#context.warehouse.putStagedFile(localPath, `${staged.directory}/${name}`);
    this.#partCount += 1;
    this.#livePartCount += 1;
    for (const index of part.unchangedColumns) this.#unchangedColumns.add(shape.stagedNames[index] ?? "");
    this.#movedRows ||= part.movedRows;
    this.#deletions += part.deletions;
    this.#keyBounds = boundsOfBoth(this.#keyBounds, byName(part.keyBounds, shape));
    this.#context.recorder.stagedFile(part);
    this.table.counts.specialValues += part.specialValues;
  }
  /** The relation was described anew: what is held has the old shape, and later changes have another. */
  async changeShape() {
    await this.stagePart(false);
    this.#compactor = void 0;
  }
  /** Call when all of it is in the target. */
  countMerged() {
    this.table.counts.changes += this.#changes;
  }
  /** What there is to merge; `undefined` when the interval did nothing to the table. */
  mergePlan() {
    if (this.#livePartCount === 0 && this.#truncatedAt === void 0) return void 0;
    const { store, pipeline } = this.#context;
    return {
      target: this.table.target,
      groups: this.#shapes.map(({ shape, directory, missing: missing2 }) => ({
        directory,
        columns: stagedSources(shape, this.table.target, missing2)
      })),
      fold: this.#livePartCount > 1,
      unchangedColumns: this.#unchangedColumns,
      movedRows: this.#movedRows,
      rereadDirectory: void 0,
      unresolved: "fails",
      deletions: this.#deletions,
      others: this.#truncatedAt === void 0 ? { tag: "stay" } : { tag: "truncated", lsn: this.#truncatedAt },
      keyBounds: this.#keyBounds ?? /* @__PURE__ */ new Map(),
      fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
      mergedAt: nowMicroseconds(this.#context)
    };
  }
  /** A staged directory of this table that holds no part. */
  get rereadDirectory() {
    return `${this.#directory}/reread`;
  }
  #openCompactor() {
    const { shape, target } = this.table;
    return new TableCompactor({
      table: target.source,
      columnCount: shape.columnCount,
      keyColumns: shape.keyColumns,
      keepDeletedImages: target.deletedRows === "mark"
    });
  }
  #shapeFor(shape) {
    const known = this.#shapes.find((staged2) => staged2.shape === shape);
    if (known !== void 0) return known;
    const staged = {
      shape,
      directory: `${this.#directory}/from-${this.#partCount}`,
      missing: this.table.missingLiterals()
    };
    this.#shapes.push(staged);
    return staged;
  }
};
function byName(bounds, { stagedNames }) {
  return new Map([...bounds].map(([index, bound]) => [stagedNames[index] ?? "", bound]));
}
function boundsOfBoth(some, more) {
  if (some === void 0) return more;
  return new Map(
    [...some].flatMap(([name, bound]) => {
      const other = more.get(name);
      return other === void 0 ? [] : [[name, widenBound(bound, other)]];
    })
  );
}

// src/ingest/interval.ts
var MERGES_AT_ONCE = 4;
var Interval = class {
  #context;
  #directory;
  #openedAtMs;
  #tables = /* @__PURE__ */ new Map();
  #changes = 0;
  #transactions = 0;
  #receivedBytes = 0;
  #heldBytes = 0;
  constructor(context, startLsn) {
    this.#context = context;
    this.#directory = `${context.stagedRoot}/${formatSortableLsn(startLsn)}-${context.store.epoch}`;
    this.#openedAtMs = context.nowMs();
  }
  apply(table, change, commit) {
    this.#of(table).apply(change, commit, this.#changes);
    this.#changes += 1;
  }
  truncate(table, commit) {
    this.#of(table).truncate(commit.commitLsn);
    this.#changes += 1;
  }
  /** Call before a table's shape changes: what is held has the old one. */
  async changeShape(table) {
    await this.#tables.get(table.oid)?.changeShape();
  }
  countTransaction() {
    this.#transactions += 1;
  }
  /**
   * A batch is kept in memory as long as any row image points into it: all of it counts, until a part is staged.
   * Returns whether it is time to stage one.
   */
  holdBatch(bytes) {
    this.#heldBytes += bytes;
    this.#receivedBytes += bytes;
    const { maxPartBytes, maxPartRows } = this.#context.pipeline.limits;
    return this.#heldBytes >= maxPartBytes || this.#heldRows() >= maxPartRows;
  }
  isFull() {
    return isIntervalFull(this.#context.pipeline.limits, {
      changes: this.#changes,
      bytes: this.#receivedBytes,
      ageMs: this.#context.nowMs() - this.#openedAtMs
    });
  }
  /** Stages what is held in memory, table by table. */
  async stageParts(isLast) {
    await this.#context.recorder.timed("stage", async () => {
      for (const table of this.#tables.values()) await table.stagePart(isLast);
    });
    this.#heldBytes = 0;
  }
  /** Stages the rest and merges all of it. After this everything up to the interval's end is in the target. */
  async merge() {
    const { recorder, abandon } = this.#context;
    const changes = `${this.#changes.toLocaleString("en-US")} change${this.#changes === 1 ? "" : "s"}`;
    await recorder.stage("stage", changes, () => this.stageParts(true));
    abandon.throwIfAborted();
    await recorder.stage(
      "merge",
      `${this.#tables.size} table${this.#tables.size === 1 ? "" : "s"}`,
      () => severalAtOnce([...this.#tables.values()], MERGES_AT_ONCE, async (table) => {
        abandon.throwIfAborted();
        await mergeTable(this.#context, table);
        table.countMerged();
      })
    );
    recorder.interval(this.#transactions);
  }
  /** Removes the staged files; call when the checkpoint is written. */
  async removeStaged() {
    await this.#context.warehouse.removeStaged(this.#directory);
  }
  #of(table) {
    const known = this.#tables.get(table.oid);
    if (known !== void 0) return known;
    const opened = new TableInterval(this.#context, table, this.#directory);
    this.#tables.set(table.oid, opened);
    return opened;
  }
  #heldRows() {
    let rows = 0;
    for (const table of this.#tables.values()) rows += table.heldRows;
    return rows;
  }
};
function isIntervalFull(limits, interval) {
  return interval.changes >= limits.maxIntervalChanges || interval.bytes >= limits.maxIntervalBytes || interval.ageMs >= limits.maxIntervalMs;
}

// src/ingest/drain.ts
var PROGRESS_CHANGES = 1e4;
var PROGRESS_TASK = "log";
var OPENED = "opened";
var BATCH_OVERHEAD_BYTES = 1024;
var Drain = class {
  #options;
  #relations = /* @__PURE__ */ new Map();
  #target;
  #commit;
  #interval;
  #drainedTo = ZERO_LSN;
  #received = 0;
  #oldestCommitAt;
  #hint;
  /** Batches that came while the target was being opened. */
  #ahead = [];
  /** Asked for, and not come yet. */
  #awaited;
  constructor(options) {
    this.#options = options;
    this.#target = options.target;
  }
  /** Commit time of the first relevant change that was not in the target yet, in microseconds since 1970 UTC. */
  get oldestCommitAt() {
    return this.#oldestCommitAt;
  }
  async run() {
    const { abandon, recorder } = this.#options;
    for (; ; ) {
      if (this.#mayStop() || this.#isComplete()) break;
      if (this.#isDone()) {
        await this.#requireTarget();
        continue;
      }
      const batch = await this.#next();
      abandon.throwIfAborted();
      if (batch === void 0) continue;
      await this.#takeIn(batch);
    }
    recorder.reporter.report({ tag: "progress-finished", task: PROGRESS_TASK });
    await this.#closeInterval(this.#drainedTo);
    return { drainedTo: this.#drainedTo, reachedTarget: this.#isComplete(), target: this.#target };
  }
  /** Everything has been seen, and the target has been looked at if it had to be. */
  #isComplete() {
    if (!this.#isDone()) return false;
    return this.#target !== void 0 || !this.#options.mustOpen(this.#hint, this.#drainedTo);
  }
  #isDone() {
    if (this.#commit !== void 0) return false;
    return this.#drainedTo >= laterLsn(this.#options.drainTarget, this.#target?.loadedTo ?? ZERO_LSN);
  }
  /** The next batch. Inside a transaction only `abandon` interrupts: a clean stop waits for the commit. */
  async #next() {
    const { stop, abandon } = this.#options;
    const ready = this.#ahead.shift();
    if (ready !== void 0) return ready;
    const awaited = this.#awaited ?? this.#options.stream.pull(abandon);
    this.#awaited = awaited;
    const outcome = await (this.#commit === void 0 ? orAborted(awaited, stop) : awaited);
    if (outcome === "aborted") return void 0;
    this.#awaited = void 0;
    return outcome;
  }
  #mayStop() {
    return this.#options.stop.aborted && this.#commit === void 0;
  }
  async #takeIn(batch) {
    const { bytes, starts, ends } = batch;
    const receivedBefore = this.#received;
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] ?? 0;
      const tag = bytes[start];
      if (tag === XLOG_DATA) {
        const pending = this.#handle(decodeMessage(bytes, start + XLOG_DATA_HEADER_BYTES, ends[index] ?? 0));
        if (pending !== void 0) await pending;
        if (this.#mayStop()) return;
      } else if (tag === KEEPALIVE) {
        this.#seeKeepalive(bytes, start);
      } else {
        throw new IngestError("protocol-violated", "PostgreSQL sent something else than log data.");
      }
    }
    const holdsImages = this.#received !== receivedBefore;
    if (holdsImages && this.#interval?.holdBatch(bytes.length) === true)
      await this.#interval.stageParts(false);
  }
  #seeKeepalive(bytes, start) {
    if (this.#commit === void 0)
      this.#drainedTo = laterLsn(this.#drainedTo, decodeKeepalive(bytes, start).walEnd);
  }
  /** Takes in one message; a promise only where something has to be waited for. */
  #handle(message) {
    switch (message.tag) {
      case "begin":
        this.#commit = message.commit;
        return void 0;
      case "insert":
      case "update":
      case "delete":
        return this.#handleChange(message);
      case "truncate":
        return this.#handleTruncate(message.relationOids);
      case "relation":
        this.#relations.set(message.relation.oid, message.relation);
        return void 0;
      case "commit":
        return this.#handleCommit(message.commitEndLsn);
      case "message":
        if (message.prefix === HINT_PREFIX) this.#readHint(message.content.toString());
        return void 0;
      case "ignored":
        return void 0;
      default:
        return message;
    }
  }
  #readHint(text2) {
    this.#hint = parseCheckpointHint(this.#options.pipeline, text2) ?? this.#hint;
  }
  #handleChange(change) {
    if (!this.#options.selected.has(change.relationOid)) return void 0;
    const commit = this.#requireCommit();
    const relation = this.#relations.get(change.relationOid);
    const target = this.#target;
    const table = target?.tables.get(change.relationOid);
    if (target === void 0 || table === void 0 || relation === void 0 || !table.isDescribedBy(relation)) {
      return this.#handleUndescribed(change, commit);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
    return void 0;
  }
  #apply(target, table, change, commit) {
    this.#interval ??= new Interval(target.context, target.progress.lsn);
    this.#interval.apply(table, change, commit);
    this.#oldestCommitAt ??= commit.committedAt;
    this.#received += 1;
    if (this.#received % PROGRESS_CHANGES === 0) {
      const { recorder, startLsn, drainTarget } = this.#options;
      const total = lsnDistance(startLsn, drainTarget);
      const done = Math.min(total, lsnDistance(startLsn, commit.commitLsn));
      recorder.reporter.report({ tag: "progress", task: PROGRESS_TASK, done, total, unit: "bytes" });
    }
  }
  /** The first change ever, or the first one since the table was described anew. */
  async #handleUndescribed(change, commit) {
    const target = await this.#requireTarget();
    const table = target.tables.get(change.relationOid);
    const relation = this.#relations.get(change.relationOid);
    if (table === void 0) return;
    if (relation === void 0) {
      throw new IngestError(
        "protocol-violated",
        `${table.target.source}: a change came before the table was described.`
      );
    }
    if (!this.#isWanted(target, table, commit)) return;
    if (!table.redescribe(relation)) {
      await this.#interval?.changeShape(table);
      await target.describeTable(table, relation);
    }
    if (this.#isWanted(target, table, commit)) this.#apply(target, table, change, commit);
  }
  async #handleTruncate(relationOids) {
    const commit = this.#requireCommit();
    for (const oid of relationOids) {
      if (!this.#options.selected.has(oid)) continue;
      const target = await this.#requireTarget();
      const table = target.tables.get(oid);
      if (table === void 0 || !this.#isWanted(target, table, commit)) continue;
      this.#interval ??= new Interval(target.context, target.progress.lsn);
      this.#interval.truncate(table, commit);
      this.#oldestCommitAt ??= commit.committedAt;
    }
  }
  /** A commit record before the checkpoint belongs to a transaction that is in the target already. */
  #isWanted(target, table, commit) {
    return commit.commitLsn >= target.progress.lsn && table.wants(commit.commitLsn);
  }
  #handleCommit(commitEndLsn) {
    this.#commit = void 0;
    this.#drainedTo = laterLsn(this.#drainedTo, commitEndLsn);
    const interval = this.#interval;
    if (interval === void 0) return void 0;
    interval.countTransaction();
    return interval.isFull() ? this.#closeInterval(commitEndLsn) : void 0;
  }
  /** Merge, then checkpoint, then acknowledge: never in another order. */
  async #closeInterval(endLsn) {
    const interval = this.#interval;
    const target = this.#target;
    if (interval === void 0 || target === void 0) return;
    await interval.merge();
    this.#interval = void 0;
    const checkpointed = await target.progress.checkpoint(endLsn);
    acknowledge(this.#options.stream, checkpointed);
    await interval.removeStaged();
  }
  async #requireTarget() {
    this.#target ??= await this.#receiveWhile(this.#options.openTarget());
    return this.#target;
  }
  /** A warehouse may take minutes to start: the walsender goes on meanwhile, as far as a part's memory reaches. */
  async #receiveWhile(opening) {
    const { stream, abandon, pipeline } = this.#options;
    const opened = opening.then(() => OPENED);
    let bytes = 0;
    try {
      while (bytes < pipeline.limits.maxPartBytes) {
        this.#awaited ??= stream.pull(abandon);
        const outcome = await Promise.race([opened, this.#awaited]);
        if (outcome === OPENED) break;
        this.#awaited = void 0;
        if (outcome === void 0) break;
        this.#ahead.push(outcome);
        if (!holdsLog(outcome)) break;
        bytes += outcome.bytes.length + BATCH_OVERHEAD_BYTES;
      }
    } catch (error2) {
      await opening.catch(() => void 0);
      throw error2;
    }
    return opening;
  }
  #requireCommit() {
    if (this.#commit === void 0) {
      throw new IngestError("protocol-violated", "PostgreSQL sent a change outside a transaction.");
    }
    return this.#commit;
  }
};
async function orAborted(promise, signal) {
  const { promise: aborted, resolve: resolve3 } = Promise.withResolvers();
  const abort = () => resolve3("aborted");
  signal.addEventListener("abort", abort, { once: true });
  try {
    return signal.aborted ? "aborted" : await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
function holdsLog({ bytes, starts }) {
  return starts.some((start) => bytes[start] === XLOG_DATA);
}

// src/ingest/drain-and-acknowledge.ts
async function drainAndAcknowledge(story) {
  var _stack = [];
  try {
    const { pipeline, recorder, source, facts } = story;
    const selection = selectionOf(pipeline, facts, story.selected);
    const startLsn = story.early?.progress.lsn ?? ZERO_LSN;
    const stream = __using(_stack, await source.openStream({ startLsn, walSenderTimeoutMs: facts.walSenderTimeoutMs }), true);
    const work = new Drain({
      pipeline,
      stream,
      recorder,
      selected: new Set(story.selected.map(({ source: { oid } }) => oid)),
      startLsn: laterLsn(startLsn, facts.slot?.confirmedFlushLsn ?? startLsn),
      drainTarget: facts.flushLsn,
      target: story.early,
      openTarget: story.open,
      mustOpen: (hint, drainedTo) => !isCurrent(hint, selection, facts) || isRetainingTooMuch(pipeline, facts, drainedTo),
      stop: AbortSignal.any([story.stop, story.deadline]),
      abandon: story.abandon
    });
    const outcome = await recorder.stage("drain", `slot ${pipeline.source.slotName}`, () => work.run());
    recorder.lagBefore({ seconds: ageSeconds(work.oldestCommitAt, story.now()) });
    const { target } = outcome;
    if (target !== void 0) {
      const lsn = outcome.drainedTo > target.progress.lsn ? await target.progress.checkpoint(outcome.drainedTo) : target.progress.lsn;
      await recorder.stage("acknowledge", formatLsn(lsn), async () => {
        acknowledge(stream, lsn);
        await stream.close();
      });
    }
    const flushLsn = await source.readFlushLsn();
    const position = target?.progress.lsn ?? facts.slot?.confirmedFlushLsn ?? ZERO_LSN;
    recorder.lagAfter({
      bytes: lsnDistance(laterLsn(position, outcome.drainedTo), flushLsn),
      seconds: outcome.reachedTarget ? 0 : ageSeconds(work.oldestCommitAt, story.now())
    });
    if (target !== void 0) await leaveHint(story, target, selection);
    return outcomeOf(story, outcome);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function leaveHint({ pipeline, source, recorder }, target, selection) {
  const isSettled = [...target.tables.values()].every(
    ({ plan }) => plan.snapshot.tag !== "pending" && plan.loadReason === void 0
  );
  if (!isSettled) return;
  try {
    await source.emitMessage(
      HINT_PREFIX,
      formatCheckpointHint(pipeline, { selection, lsn: target.progress.lsn })
    );
  } catch {
    recorder.notice(
      `No logical message could be written for the next run, which will look at the target even if nothing has changed. ${pipeline.source.username} needs EXECUTE on pg_logical_emit_message(boolean, text, text).`
    );
  }
}
function isCurrent(hint, selection, { slot }) {
  return hint?.selection === selection && (slot?.confirmedFlushLsn ?? ZERO_LSN) <= hint.lsn;
}
function outcomeOf({ stop, recorder }, outcome) {
  if (outcome.reachedTarget) {
    return { status: recorder.hasMoved ? "done" : "nothing-to-do", notCaughtUp: void 0 };
  }
  const why = stop.aborted ? "the run was stopped" : "max-duration was reached";
  return { status: "stopped", notCaughtUp: `${why}; the next run goes on from the checkpoint` };
}
function isRetainingTooMuch(pipeline, { slot }, drainedTo) {
  const confirmed = slot?.confirmedFlushLsn;
  return confirmed !== void 0 && lsnDistance(confirmed, drainedTo) > pipeline.source.maxRetainedWalBytes;
}

// src/ingest/open-target.ts
import { createHash as createHash2 } from "node:crypto";

// src/schema/missing-literal.ts
var PLAIN_DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}(\.\d{1,6})?(\+00)?)?$/;
var PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
function isMissingValueTellable(mapping, missingValue) {
  if (missingValue === void 0) return true;
  if (mapping.form.tag !== "plain") return false;
  switch (mapping.type.tag) {
    case "boolean":
    case "string":
    case "binary":
      return true;
    case "int16":
    case "int32":
    case "int64":
    case "decimal":
    case "float32":
    case "float64":
      return PLAIN_NUMBER.test(missingValue);
    case "date":
    case "timestamp":
    case "timestamptz":
      return PLAIN_DATE_OR_TIME.test(missingValue);
    default:
      return mapping.type;
  }
}
function missingLiteral(dialect, mapping, missingValue) {
  if (missingValue === void 0 || !isMissingValueTellable(mapping, missingValue)) return "NULL";
  switch (mapping.type.tag) {
    case "boolean":
      return missingValue === "t" ? "true" : "false";
    case "string":
      return dialect.stringLiteral(missingValue);
    case "binary":
      return `unhex(${dialect.stringLiteral(missingValue.replace(/^\\x/, ""))})`;
    default:
      return `CAST(${dialect.stringLiteral(missingValue)} AS ${dialect.typeName(mapping.type)})`;
  }
}

// src/ingest/prepare-targets.ts
async function prepareTarget(context, plan) {
  const { warehouse } = context;
  const isNew = plan.snapshot.tag !== "loaded" || plan.loadReason !== void 0;
  if (!isNew && plan.added.length === 0) {
    reportDropped(context, plan);
    return;
  }
  const existing = await warehouse.describeTable(plan.target.name);
  if (existing === void 0) {
    if (!isNew) throw missingTarget(plan.target);
    if (!await warehouse.hasSchema(plan.target.name))
      await warehouse.execute(buildCreateSchema(warehouse.dialect, plan.target.name), "harmless");
    await warehouse.execute(buildCreateTargetTable(warehouse.dialect, plan.target), "harmless");
    const made = await warehouse.describeTable(plan.target.name);
    if (made !== void 0) requireFit(context, plan.target, made.columns, []);
  } else {
    requireTable(plan.target, existing);
    await addColumns(context, plan, existing.columns);
    requireFit(context, plan.target, existing.columns, plan.added);
  }
  reportDropped(context, plan);
}
async function addColumns(context, plan, existing) {
  for (const source of plan.added) await addColumn(context, plan, source, existing);
}
async function addColumn(context, plan, source, existing) {
  const { warehouse, recorder } = context;
  const column = plan.target.columns.find(
    ({ attributeNumber }) => attributeNumber === source.attributeNumber
  );
  if (column === void 0) return;
  const statements = [];
  if (!existing.some(({ name }) => name.toLowerCase() === column.name.toLowerCase())) {
    const sql = buildAddColumn(warehouse.dialect, plan.target.name, column);
    statements.push({ sql, repetition: "harmful" });
  }
  const literal3 = missingLiteral(warehouse.dialect, column.mapping, source.missingValue);
  const reload = plan.loadReason !== void 0;
  if (!reload && literal3 !== "NULL") {
    const sql = buildFillColumn(warehouse.dialect, plan.target.name, column, literal3);
    statements.push({ sql, repetition: "harmless" });
  }
  for (const { sql, repetition } of statements) await warehouse.execute(sql, repetition);
  recorder.drift({
    table: plan.selected.displayName,
    kind: "column-added",
    column: column.name,
    type: column.sourceType,
    statements: statements.map(({ sql }) => sql),
    outcome: reload ? `Added to the target, and the table loaded anew: ${plan.loadReason}.` : `Added to the target; existing rows read ${source.missingValue === void 0 ? "NULL" : "the default they have at the source"}.`
  });
}
function reportDropped(context, plan) {
  for (const column of plan.dropped) {
    context.recorder.drift({
      table: plan.selected.displayName,
      kind: "column-dropped",
      column: column.name,
      type: "",
      statements: [],
      outcome: "Kept in the target as it is; new rows have NULL there."
    });
  }
}
function requireTable(target, { obstacle }) {
  if (obstacle === void 0) return;
  throw new IngestError(
    "target-table-mismatch",
    `${displayTargetName(target.name)}, where the rows of ${target.source} belong, is ${obstacle}.`,
    { solution: RENAME_SOLUTION }
  );
}
var RENAME_SOLUTION = "Rename it, or give the target another name: selection.schemas[].tables[].destination_table. Tributary never drops or replaces a table.";
function requireFit(context, target, existing, added) {
  const { dialect } = context.warehouse;
  const types2 = new Map(existing.map(({ name, type }) => [name.toLowerCase(), type]));
  const addedNames = new Set(added.map(({ name }) => name));
  const differences = columnDefinitions(target).flatMap(({ name, type }) => {
    const found = types2.get(name.toLowerCase());
    const wanted = dialect.typeName(type);
    if (found === void 0) return addedNames.has(name) ? [] : [`"${name}" (${wanted}) is missing`];
    return found === wanted ? [] : [`"${name}" is ${found}, not ${wanted}`];
  });
  if (differences.length === 0) return;
  throw new IngestError(
    "target-table-mismatch",
    `The target table ${displayTargetName(target.name)} exists and does not fit ${target.source}: ${differences.join("; ")}.`,
    { solution: RENAME_SOLUTION }
  );
}
function missingTarget(target) {
  return new IngestError(
    "target-table-mismatch",
    `The target table ${displayTargetName(target.name)} is gone.`,
    {
      solution: `Load it anew: run once with --reload ${target.source}`
    }
  );
}

// src/schema/drift.ts
function compareColumns(before, now, present) {
  const known = new Map(before.map((column) => [column.attributeNumber, column]));
  const selected = new Set(now.map((column) => column.attributeNumber));
  const retired = new Set(
    before.filter((column) => column.dropped).map((column) => column.name.toLowerCase())
  );
  const dropped = before.filter(
    ({ attributeNumber, dropped: already }) => !already && !selected.has(attributeNumber) && !present.has(attributeNumber)
  );
  for (const column of dropped) retired.add(column.name.toLowerCase());
  const unsupported2 = [];
  const added = [];
  for (const column of now) {
    const earlier = known.get(column.attributeNumber);
    if (earlier === void 0) {
      if (retired.has(column.name.toLowerCase())) {
        unsupported2.push(
          `column "${column.name}" was dropped and added again; the target still holds the old one`
        );
      } else {
        added.push(column);
      }
    } else if (earlier.name !== column.name) {
      unsupported2.push(`column "${earlier.name}" was renamed to "${column.name}"`);
    } else if (isTypeChanged(earlier, column)) {
      unsupported2.push(`the type of column "${column.name}" was changed to ${column.type.displayName}`);
    }
  }
  return { added, dropped, unsupported: unsupported2 };
}
var UNBOUNDED_TEXT_OIDS = /* @__PURE__ */ new Set([25, 1043]);
function isTypeChanged(before, now) {
  if (before.typeOid === now.typeOid && before.typmod === now.typmod) return false;
  const bothText = UNBOUNDED_TEXT_OIDS.has(before.typeOid) && UNBOUNDED_TEXT_OIDS.has(now.typeOid);
  const wider = now.typmod === -1 || before.typmod !== -1 && now.typmod >= before.typmod;
  return !(bothText && wider);
}

// src/ingest/table-plan.ts
function knownTable(checkpoint, selected) {
  return checkpoint?.tables.find(
    ({ oid, target }) => oid === selected.source.oid && target === selected.target.table
  );
}
function planTable(selected, known, options) {
  const target = planTarget(selected, options.deletedRows);
  const fresh = { selected, target, added: [], dropped: [], retired: [] };
  if (known === void 0) {
    return options.initialLoad ? { ...fresh, snapshot: { tag: "pending" }, loadReason: "first load" } : { ...fresh, snapshot: { tag: "skipped", lsn: options.startLsn }, loadReason: void 0 };
  }
  if (known.deletedRows !== options.deletedRows) throw deletedRowsChanged(selected, known);
  const { added, dropped } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const retired = [...known.columns.filter((column) => column.dropped), ...dropped];
  const loadReason = whyLoad(known, selected, added);
  const snapshot = loadReason === void 0 ? known.snapshot : { tag: "pending" };
  return { selected, target, added, dropped, retired, snapshot, loadReason };
}
function deletedRowsChanged(selected, known) {
  const was = String(known.deletedRows === "mark");
  return new IngestError(
    "target-table-mismatch",
    `${selected.displayName}: its target ${selected.target.table} was made with include_deleted_rows: ${was}, which has been changed.`,
    {
      solution: `Set source.cdc.include_deleted_rows back to ${was}, or give the table a new target, which is then loaded: selection.schemas[].tables[].destination_table.`
    }
  );
}
function presentAttributes(selected) {
  const { columns, unpublishedColumns } = selected.source;
  return new Set([...columns, ...unpublishedColumns].map(({ attributeNumber }) => attributeNumber));
}
function whyLoad(known, selected, added) {
  if (known.snapshot.tag === "pending") return "its first load was not completed";
  if (known.publicationMembership !== selected.source.publicationMembership) {
    return "it was taken out of the publication and added again: changes in between are not in the log";
  }
  const newlySelected = added.find((column) => column.attributeNumber <= known.attributeCount);
  if (newlySelected !== void 0) return `column "${newlySelected.name}" was newly selected`;
  return whyAddedNeedsRows(added, known.storageId !== selected.source.storageId);
}
function whyAddedNeedsRows(added, rewritten) {
  const unsure = added.find(
    (column) => column.mayBeRewritten || rewritten && column.missingValue === void 0 || !hasMissingLiteral(column)
  );
  return unsure === void 0 ? void 0 : `only its rows tell what they hold in the added column "${unsure.name}"`;
}
function hasMissingLiteral(column) {
  const mapping = mapType(column.type);
  return mapping.tag === "unsupported" || isMissingValueTellable(mapping.mapping, column.missingValue);
}
function judgeDrift(selected, known) {
  if (known === void 0) return [];
  const { unsupported: unsupported2 } = compareColumns(known.columns, selected.columns, presentAttributes(selected));
  const sameKey = known.keyColumns.length === selected.keyColumns.length && known.keyColumns.every((key) => selected.keyColumns.includes(key));
  const changes = sameKey ? unsupported2 : [
    ...unsupported2,
    `its row key changed from (${known.keyColumns.join(", ")}) to (${selected.keyColumns.join(", ")})`
  ];
  return changes.map((change) => driftProblem(selected, change));
}
function driftProblem(selected, change) {
  return {
    code: "drift-unsupported",
    message: `${selected.displayName}: ${change}. Bringing that over is not supported yet.`,
    solution: `Undo it, or load the table anew: drop or rename ${selected.target.table} in the target, then run once with --reload ${selected.displayName}`
  };
}
function planTarget(selected, deletedRows) {
  return {
    name: selected.target,
    source: selected.displayName,
    columns: selected.columns.map((column) => planColumn(column, selected)),
    keyColumns: selected.keyColumns,
    deletedRows
  };
}
function planColumn(column, selected) {
  const mapping = mapType(column.type);
  if (mapping.tag === "unsupported") {
    throw new IngestError(
      "column-unsupported",
      `${selected.displayName}: column "${column.name}": ${mapping.reason}.`
    );
  }
  const isKey = selected.keyColumns.includes(column.name);
  return {
    name: column.name,
    attributeNumber: column.attributeNumber,
    mapping: mapping.mapping,
    sourceType: column.type.displayName,
    isKey,
    toastable: column.toastable && !isKey
  };
}
function checkpointTable(plan) {
  const { source } = plan.selected;
  return {
    oid: source.oid,
    schema: source.schema,
    name: source.name,
    target: plan.selected.target.table,
    publicationMembership: source.publicationMembership,
    replicaIdentity: source.replicaIdentity,
    keyColumns: plan.selected.keyColumns,
    deletedRows: plan.target.deletedRows,
    attributeCount: source.attributeCount,
    storageId: source.storageId,
    columns: [
      ...plan.selected.columns.map(({ attributeNumber, name, typeOid, typmod }) => ({
        attributeNumber,
        name,
        typeOid,
        typmod,
        dropped: false
      })),
      ...plan.retired.map((column) => ({ ...column, dropped: true }))
    ],
    snapshot: plan.snapshot
  };
}

// src/ingest/describe-table.ts
async function describeTable(context, facts, table, relation) {
  if (table.judge(relation) === "ask-catalog") {
    await replanTable(context, facts, table);
    if (table.judge(relation) === "ask-catalog") {
      throwProblems([
        driftProblem(
          table.plan.selected,
          "the log describes other columns than the catalog and the publication do"
        )
      ]);
    }
  }
  table.describe(relation);
}
async function replanTable(context, facts, table) {
  const now = await context.source.readTables([table.oid]);
  const { tables, problems } = resolveSelection({ ...facts, tables: now }, narrowed(context.pipeline, table));
  throwProblems(problems);
  const [selected] = tables;
  if (selected === void 0) {
    throw new IngestError(
      "table-missing",
      `${table.plan.selected.displayName} is gone from the publication.`,
      {
        solution: "Add it again, or take it out of the selection."
      }
    );
  }
  throwProblems(judgeTable(selected, facts, context.pipeline));
  const known = checkpointTable(table.plan);
  throwProblems(judgeDrift(selected, known));
  const plan = planTable(selected, known, {
    deletedRows: context.pipeline.write.deletedRows,
    initialLoad: true,
    startLsn: facts.flushLsn
  });
  await prepareTarget(context, plan);
  if (plan.loadReason !== void 0) {
    context.recorder.notice(
      `${selected.displayName}: ${plan.loadReason}; the next run loads the table anew.`
    );
  }
  table.plan = { ...plan, added: [], dropped: [] };
}
function narrowed(pipeline, table) {
  const { schema, name } = table.plan.selected.source;
  const destinationTable = table.plan.target.name.table;
  const isOfTable = (reference) => answersTo(reference, { schema, name });
  const { excludeColumns, includeColumns } = pipeline.selection;
  const keys = new Map([...pipeline.write.keys].filter(([reference]) => isOfTable(reference)));
  return {
    ...pipeline,
    selection: {
      schemas: [{ name: schema, tables: [{ name, destinationTable }] }],
      excludeColumns: excludeColumns.filter((list) => isOfTable(list.table)),
      includeColumns: includeColumns.filter((list) => isOfTable(list.table))
    },
    write: { ...pipeline.write, keys }
  };
}

// src/ingest/load-table.ts
import path5 from "node:path";

// src/decode/copy-row.ts
var TAB = 9;
var NEWLINE = 10;
var BACKSLASH4 = 92;
var CAPITAL_N = 78;
function readCopyRow(bytes, start, end, view) {
  if (bytes[end - 1] !== NEWLINE) throw malformed2("a line without an end");
  const lineEnd = end - 1;
  let at = start;
  for (let column = 0; column < view.columnCount; column++) {
    if (column > 0) {
      if (bytes[at] !== TAB) throw malformed2("too few columns");
      at += 1;
    }
    const fieldStart = at;
    while (at < lineEnd && bytes[at] !== TAB && bytes[at] !== BACKSLASH4) at++;
    if (at < lineEnd && bytes[at] === BACKSLASH4) {
      at = readEscapedField(bytes, fieldStart, at, lineEnd, view, column);
    } else {
      setText(view, column, fieldStart, at);
    }
  }
  if (at !== lineEnd) throw malformed2("too many columns");
  view.bytes = bytes;
  return view;
}
function setText(view, column, start, end) {
  view.kinds[column] = ValueKind.text;
  view.starts[column] = start;
  view.ends[column] = end;
}
function readEscapedField(bytes, fieldStart, firstBackslash, lineEnd, view, column) {
  let at = firstBackslash;
  if (at === fieldStart && bytes[at + 1] === CAPITAL_N) {
    view.kinds[column] = ValueKind.null;
    return at + 2;
  }
  let write = at;
  while (at < lineEnd && bytes[at] !== TAB) {
    let byte = bytes[at] ?? 0;
    at += 1;
    if (byte === BACKSLASH4) {
      byte = unescapeByte(bytes[at] ?? 0);
      at += 1;
    }
    bytes[write] = byte;
    write += 1;
  }
  setText(view, column, fieldStart, write);
  return at;
}
function unescapeByte(byte) {
  switch (byte) {
    case 98:
      return 8;
    case 102:
      return 12;
    case 110:
      return 10;
    case 114:
      return 13;
    case 116:
      return 9;
    case 118:
      return 11;
    default:
      return byte;
  }
}
function malformed2(what) {
  return new IngestError("protocol-violated", `PostgreSQL sent a COPY line with ${what}.`);
}

// src/ingest/load-table.ts
var ROWS_PER_FILE = 1e6;
var PROGRESS_ROWS = 1e4;
function lastLsnOf(snapshot) {
  return lsnOf(snapshot.consistentPoint - 1n);
}
async function loadTable(context, table, snapshot) {
  const { store, pipeline } = context;
  const { plan, counts } = table;
  const directory = `${context.stagedRoot}/load-${store.epoch}/t${plan.selected.source.oid}`;
  const names = plan.selected.columns.map(({ name }) => name);
  const shape = planShape(names, plan.target);
  counts.loadedRows += await stageSnapshot(context, plan, snapshot, { shape, names, directory });
  const merged = { insertedRows: 0, updatedRows: 0, deletedRows: 0 };
  await runMerge(context, merged, {
    target: plan.target,
    groups: [{ directory, columns: stagedSources(shape, plan.target, () => "NULL") }],
    fold: false,
    unchangedColumns: /* @__PURE__ */ new Set(),
    movedRows: false,
    rereadDirectory: void 0,
    unresolved: "null",
    deletions: 0,
    keyBounds: /* @__PURE__ */ new Map(),
    others: { tag: "replaced", lsn: lastLsnOf(snapshot) },
    fence: { state: store.state, pipeline: pipeline.name, epoch: store.epoch },
    mergedAt: nowMicroseconds(context)
  });
  counts.deletedRows += merged.deletedRows;
  await context.warehouse.removeStaged(directory);
}
async function stageSnapshot(context, plan, snapshot, staging) {
  const { source } = plan.selected;
  const task = plan.selected.displayName;
  const total = source.estimatedRows < 0 ? void 0 : source.estimatedRows;
  const control = {
    op: "u",
    lsn: lastLsnOf(snapshot),
    committedAt: snapshot.takenAt,
    seq: 0,
    movedLsn: 0n
  };
  const view = new RowView(staging.names.length);
  const file = new SnapshotFiles(context, source.oid, staging);
  let rows = 0;
  try {
    const request = {
      schema: source.schema,
      table: source.name,
      columns: staging.names,
      rowFilter: source.rowFilter
    };
    for await (const batch of snapshot.copyTable(request, context.abandon)) {
      context.abandon.throwIfAborted();
      for (let index = 0; index < batch.starts.length; index++) {
        readCopyRow(batch.bytes, batch.starts[index] ?? 0, batch.ends[index] ?? 0, view);
        file.writer.append(view, control);
        rows += 1;
        if (rows % PROGRESS_ROWS === 0) {
          context.recorder.reporter.report({ tag: "progress", task, done: rows, total, unit: "rows" });
        }
      }
      if (file.writer.rowCount >= ROWS_PER_FILE) await file.next();
    }
    await file.finish();
    context.recorder.reporter.report({ tag: "progress-finished", task });
    return rows;
  } finally {
    file.writer.abandon();
  }
}
var SnapshotFiles = class {
  writer;
  #context;
  #oid;
  #staging;
  #fileCount = 0;
  constructor(context, oid, staging) {
    this.#context = context;
    this.#oid = oid;
    this.#staging = staging;
    this.writer = this.#open();
  }
  async next() {
    await this.finish();
    this.#fileCount += 1;
    this.writer = this.#open();
  }
  async finish() {
    const summary2 = await this.writer.close();
    await this.#context.warehouse.putStagedFile(
      this.#localPath,
      `${this.#staging.directory}/part-${this.#fileCount}.parquet`
    );
    this.#context.recorder.stagedFile(summary2);
  }
  get #localPath() {
    return path5.join(this.#context.workDirectory, `t${this.#oid}-load-${this.#fileCount}.parquet`);
  }
  #open() {
    const layout = layoutFor(this.#staging.shape, this.#context.pipeline.specialValues);
    return openStagedFile({ ...layout, keepable: [], withPreviousKey: false, path: this.#localPath });
  }
};

// src/ingest/load-tables.ts
async function loadTables(context, progress, tables, snapshot) {
  const ordered = tables.toSorted(
    (a, b) => b.plan.selected.source.sizeBytes - a.plan.selected.source.sizeBytes
  );
  await severalAtOnce(ordered, context.pipeline.source.loadParallelism, async (table) => {
    await loadTable(context, table, snapshot);
    table.plan = {
      ...table.plan,
      snapshot: { tag: "loaded", lsn: lastLsnOf(snapshot) },
      added: [],
      loadReason: void 0
    };
    await progress.checkpoint(progress.lsn);
  });
}

// src/ingest/progress.ts
var Progress = class {
  #store;
  #frame;
  #tables;
  #recorder;
  #checkpointed;
  /** One write at a time: tables that load at the same time checkpoint one after the other. */
  #writing = Promise.resolve();
  constructor(options) {
    this.#store = options.store;
    this.#frame = options.frame;
    this.#tables = options.tables;
    this.#recorder = options.recorder;
    this.#checkpointed = options.checkpointed;
  }
  get lsn() {
    return this.#checkpointed;
  }
  /** Writes the checkpoint: the tables' states as they are now, at this LSN. */
  checkpoint(lsn) {
    const written = this.#writing.then(() => this.#write(lsn));
    this.#writing = written.catch(() => void 0);
    return written;
  }
  async #write(lsn) {
    const tables = this.#tables.map(({ plan }) => checkpointTable(plan));
    this.#checkpointed = await this.#recorder.stage(
      "checkpoint",
      formatLsn(lsn),
      () => this.#store.advance({ ...this.#frame, lsn, tables }, this.#recorder.record())
    );
    this.#recorder.checkpointTo(lsn);
    return this.#checkpointed;
  }
};

// src/ingest/table-state.ts
var TableState = class {
  plan;
  #dialect;
  counts;
  #relation;
  #shape;
  #seenColumns = /* @__PURE__ */ new Set();
  constructor(plan, dialect, recorder) {
    this.plan = plan;
    this.#dialect = dialect;
    this.counts = recorder.table(plan.selected.displayName, displayTargetName(plan.target.name));
  }
  get oid() {
    return this.plan.selected.source.oid;
  }
  get target() {
    return this.plan.target;
  }
  get shape() {
    if (this.#shape === void 0)
      throw new IngestError(
        "protocol-violated",
        `${this.target.source}: a change came before the table was described.`
      );
    return this.#shape;
  }
  isDescribedBy(relation) {
    return this.#relation === relation;
  }
  /** Whether a change that committed at this LSN is wanted: not in the snapshot already, and the table not waiting for one. */
  wants(commitLsn) {
    const { snapshot } = this.plan;
    return snapshot.tag !== "pending" && commitLsn > snapshot.lsn;
  }
  /** Judges a relation against the plan. Throws `drift-unsupported` for a changed type. */
  judge(relation) {
    const { selected, retired } = this.plan;
    const catalog = new Map(selected.source.columns.map((column) => [column.name, column]));
    const known = /* @__PURE__ */ new Set([
      ...catalog.keys(),
      ...selected.source.unpublishedColumns.map(({ name }) => name),
      ...retired.map(({ name }) => name)
    ]);
    const names = new Set(relation.columns.map(({ name }) => name));
    if (relation.columns.some(({ name }) => !known.has(name))) return "ask-catalog";
    if (this.#lacksColumns(names)) return "ask-catalog";
    for (const column of relation.columns) {
      const now = catalog.get(column.name);
      if (now === void 0 || !selected.columns.includes(now)) continue;
      if (isTypeChanged(column, now) && isTypeChanged(now, column)) {
        throwProblems([driftProblem(selected, `the type of column "${column.name}" was changed`)]);
      }
    }
    return "known";
  }
  /**
   * Whether a description leaves out a column that its rows must have: one that was there at the checkpoint, or that the
   * stream has shown before. Only a column added since may come later.
   */
  #lacksColumns(names) {
    const { selected, added, snapshot } = this.plan;
    return selected.columns.some(
      ({ name }) => !names.has(name) && (this.#seenColumns.has(name) || // A slot without a first load may be older than any column.
      snapshot.tag === "loaded" && !added.some((column) => column.name === name))
    );
  }
  /**
   * The server describes a table again for many reasons besides DDL (ANALYZE is one). Returns whether this
   * description says what the last one said.
   */
  redescribe(relation) {
    if (this.#relation === void 0 || !isSameDescription(this.#relation, relation)) return false;
    this.#relation = relation;
    return true;
  }
  describe(relation) {
    this.#relation = relation;
    this.#shape = shapeOfRelation(relation, this.target);
    for (const { name } of relation.columns) this.#seenColumns.add(name);
  }
  /**
   * What rows of the present shape read in target columns that they do not carry, as SQL: the default PostgreSQL
   * gives to rows from before the column; NULL once the column has been dropped.
   */
  missingLiterals() {
    const seen = new Set(this.#seenColumns);
    return (columnName2) => {
      if (seen.has(columnName2)) return "NULL";
      const { plan } = this;
      const source = plan.selected.columns.find(({ name }) => name === columnName2);
      const target = plan.target.columns.find(({ name }) => name === columnName2);
      if (source === void 0 || target === void 0) return "NULL";
      return missingLiteral(this.#dialect, target.mapping, source.missingValue);
    };
  }
};
function isSameDescription(one, other) {
  return one.columns.length === other.columns.length && one.columns.every((column, index) => {
    const twin = other.columns[index];
    return column.name === twin?.name && column.typeOid === twin.typeOid && column.typmod === twin.typmod;
  });
}

// src/ingest/open-target.ts
var TABLES_AT_ONCE = 4;
async function openTarget(options) {
  const { pipeline, facts, recorder } = options;
  const warehouse = await options.warehouse.open(options.abandon);
  options.onOpen(warehouse);
  const state = { catalog: pipeline.target.catalog, schema: pipeline.target.stateSchema, table: STATE_TABLE };
  const now = () => nowMicroseconds(options);
  const store = new CheckpointStore({ warehouse, state, pipeline: pipeline.name, runId: options.runId, now });
  const found = await store.load();
  if (found !== void 0) {
    recorder.checkpointFrom(found.checkpoint.lsn);
    throwProblems(judgeCheckpoint(facts, found.checkpoint, pipeline));
  }
  const stored = found === void 0 ? void 0 : forgetTables(found, options);
  throwProblems(
    options.selected.flatMap((table) => judgeDrift(table, knownTable(stored?.checkpoint, table)))
  );
  const stagedRoot = stagedRootOf(pipeline, facts);
  const context = { ...options, warehouse, store, stagedRoot };
  const slot = facts.slot === void 0 ? await createSlot2(options) : void 0;
  try {
    const startLsn = stored?.checkpoint.lsn ?? slot?.consistentPoint ?? requireConfirmedLsn(facts);
    const tables = planTables(options, stored, startLsn, warehouse);
    const progress = await startProgress({ ...options, store, stored, startLsn, tables });
    if (stored === void 0) recorder.checkpointTo(startLsn);
    await warehouse.removeStaged(stagedRoot);
    await severalAtOnce(tables, TABLES_AT_ONCE, ({ plan }) => prepareTarget(context, plan));
    if (stored !== void 0) await voidHint(context, tables);
    await loadPending(context, progress, tables, slot);
    return {
      context,
      tables: new Map(tables.map((table) => [table.oid, table])),
      progress,
      loadedTo: tables.map(({ plan }) => plan.snapshot).map(loadedLsn).reduce(laterLsn, ZERO_LSN),
      describeTable: (table, relation) => describeTable(context, options.facts, table, relation)
    };
  } finally {
    await slot?.[Symbol.asyncDispose]();
  }
}
function loadedLsn(snapshot) {
  return snapshot.tag === "loaded" ? snapshot.lsn : ZERO_LSN;
}
function forgetTables(stored, { reload, selected }) {
  const named = selected.filter(({ displayName }) => reload.includes(displayName));
  const oids = new Set(named.map(({ source }) => source.oid));
  const tables = stored.checkpoint.tables.filter(({ oid }) => !oids.has(oid));
  return { ...stored, checkpoint: { ...stored.checkpoint, tables } };
}
function requireConfirmedLsn(facts) {
  const lsn = facts.slot?.confirmedFlushLsn;
  if (lsn === void 0) throw new TypeError("a slot without a position is refused by preflight");
  return lsn;
}
async function createSlot2(options) {
  throwProblems(judgeFreeSlots(options.facts, 1));
  const slot = await options.recorder.stage(
    "preflight",
    `making slot ${options.pipeline.source.slotName}`,
    () => options.source.createSlot(options.abandon)
  );
  options.recorder.notice(
    `Made replication slot "${options.pipeline.source.slotName}". It retains log: drop it when the pipeline is retired.`
  );
  return slot;
}
function planTables(options, stored, startLsn, warehouse) {
  const { pipeline } = options;
  return options.selected.map((table) => {
    const plan = planTable(table, knownTable(stored?.checkpoint, table), {
      deletedRows: pipeline.write.deletedRows,
      initialLoad: pipeline.source.initialLoad || options.reload.includes(table.displayName),
      // Changes count from the start LSN on, which is the first one that may be a commit record.
      startLsn: startLsn - 1n
    });
    return new TableState(plan, warehouse.dialect, options.recorder);
  });
}
async function startProgress(options) {
  const { facts, pipeline, store, stored, tables } = options;
  const frame = {
    drainTarget: facts.flushLsn,
    cluster: facts.cluster,
    slotName: pipeline.source.slotName,
    publicationOid: facts.publication?.oid ?? 0,
    runId: options.runId
  };
  const first = () => ({
    ...frame,
    lsn: options.startLsn,
    tables: tables.map(({ plan }) => checkpointTable(plan))
  });
  return new Progress({
    store,
    frame,
    tables,
    recorder: options.recorder,
    checkpointed: stored === void 0 ? await store.start(first()) : await store.claim(stored)
  });
}
async function voidHint({ source, pipeline }, tables) {
  if (!tables.some(({ plan }) => plan.snapshot.tag === "pending")) return;
  try {
    await source.emitMessage(HINT_PREFIX, formatVoidHint(pipeline));
  } catch (error2) {
    if (!(error2 instanceof IngestError && error2.code === "source-permission-denied")) throw error2;
  }
}
async function loadPending(context, progress, tables, slot) {
  const pending = tables.filter(({ plan }) => plan.snapshot.tag === "pending");
  if (pending.length === 0) return;
  await context.recorder.stage(
    "load",
    pending.map(({ plan }) => plan.selected.displayName).join(", "),
    async () => {
      var _stack = [];
      try {
        if (slot !== void 0) return loadTables(context, progress, pending, slot);
        const snapshot = __using(_stack, await context.source.openSnapshot(context.abandon), true);
        return await loadTables(context, progress, pending, snapshot);
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  );
}
function stagedRootOf({ name, target, source }, { cluster }) {
  const readable = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const owner = [name, target.catalog, target.schema, target.stateSchema, cluster, source.slotName];
  const hash = createHash2("sha256").update(JSON.stringify(owner)).digest("hex").slice(0, 12);
  return `p-${readable}-${hash}`;
}

// src/model/run-report.ts
var STAGES = ["preflight", "load", "drain", "stage", "merge", "checkpoint", "acknowledge"];

// src/ingest/run-recorder.ts
var RunRecorder = class {
  #options;
  #startedAtMs;
  #durations = new Map(STAGES.map((stage) => [stage, 0]));
  #tables = /* @__PURE__ */ new Map();
  #drift = [];
  #notices = [];
  #staged = { files: 0, bytes: 0, rows: 0 };
  #intervals = 0;
  /** Time of stages that ended within the one under way. */
  #innerMs = 0;
  #transactions = 0;
  #from;
  #to;
  #lagBefore = { bytes: null, seconds: null };
  #lagAfter = { bytes: null, seconds: null };
  #warehouse = { opened: false, statements: 0, busyMs: 0, uploadedBytes: 0 };
  constructor(options) {
    this.#options = options;
    this.#startedAtMs = options.nowMs();
  }
  get reporter() {
    return this.#options.reporter;
  }
  /** Whether the target is not what it was: changes merged, tables loaded, or a pipeline begun. */
  get hasMoved() {
    const hasBegun = this.#from === void 0 && this.#to !== void 0;
    return hasBegun || this.#intervals > 0 || [...this.#tables.values()].some(({ counts }) => counts.loadedRows > 0);
  }
  /** Times a stage and tells about it; `detail` may be made of what the stage gave. */
  async stage(stage, detail, work, summary2 = () => detail) {
    this.reporter.report({ tag: "stage-started", stage, detail });
    try {
      const result = await this.timed(stage, work);
      this.reporter.report({ tag: "stage-finished", stage, detail: summary2(result) });
      return result;
    } catch (error2) {
      this.reporter.report({ tag: "stage-finished", stage, detail: "failed" });
      throw error2;
    }
  }
  /** Times work for a stage without telling. What stages within it take counts for those, not for it. */
  async timed(stage, work) {
    const startedMs = this.#options.nowMs();
    const innerBefore = this.#innerMs;
    this.#innerMs = 0;
    try {
      return await work();
    } finally {
      const durationMs = this.#options.nowMs() - startedMs;
      this.#durations.set(stage, (this.#durations.get(stage) ?? 0) + durationMs - this.#innerMs);
      this.#innerMs = innerBefore + durationMs;
    }
  }
  table(source, target) {
    const known = this.#tables.get(source);
    if (known !== void 0) return known.counts;
    const counts = {
      loadedRows: 0,
      insertedRows: 0,
      updatedRows: 0,
      deletedRows: 0,
      changes: 0,
      specialValues: 0
    };
    this.#tables.set(source, { target, counts });
    return counts;
  }
  drift(drift) {
    this.#drift.push(drift);
  }
  notice(text2) {
    this.#notices.push(text2);
    this.reporter.report({ tag: "notice", text: text2 });
  }
  stagedFile(file) {
    this.#staged.files += 1;
    this.#staged.bytes += file.bytes;
    this.#staged.rows += file.rows;
  }
  interval(transactions) {
    this.#intervals += 1;
    this.#transactions += transactions;
  }
  checkpointFrom(lsn) {
    this.#from = lsn;
    this.#to = lsn;
  }
  checkpointTo(lsn) {
    this.#to = lsn;
  }
  lagBefore(lag) {
    this.#lagBefore = { ...this.#lagBefore, ...lag };
    this.#lagAfter = this.#lagBefore;
  }
  lagAfter(lag) {
    this.#lagAfter = lag;
  }
  warehouse({ statements, busyMs, uploadedBytes }) {
    this.#warehouse = { opened: true, statements, busyMs: Math.round(busyMs), uploadedBytes };
  }
  /** What the run has done so far, for its entry in the history. */
  record() {
    const counts = [...this.#tables.values()].map((table) => table.counts);
    const sum = (of) => counts.reduce((total, one) => total + of(one), 0);
    return {
      startedAt: BigInt(Math.trunc(this.#startedAtMs * 1e3)),
      from: this.#from,
      intervals: this.#intervals,
      changes: sum(({ changes }) => changes),
      loadedRows: sum(({ loadedRows }) => loadedRows),
      insertedRows: sum(({ insertedRows }) => insertedRows),
      updatedRows: sum(({ updatedRows }) => updatedRows),
      deletedRows: sum(({ deletedRows }) => deletedRows),
      stagedBytes: this.#staged.bytes,
      lagBytes: this.#lagBefore.bytes ?? void 0
    };
  }
  finish(outcome) {
    const finishedAtMs = this.#options.nowMs();
    return {
      schemaVersion: 1,
      pipeline: this.#options.pipeline,
      runId: this.#options.runId,
      status: outcome.status,
      startedAt: new Date(this.#startedAtMs).toISOString(),
      finishedAt: new Date(finishedAtMs).toISOString(),
      durationMs: Math.round(finishedAtMs - this.#startedAtMs),
      slot: this.#options.slot,
      checkpoint: { from: lsnText(this.#from), to: lsnText(this.#to) },
      lag: { before: this.#lagBefore, after: this.#lagAfter },
      caughtUp: outcome.notCaughtUp === void 0,
      notCaughtUp: outcome.notCaughtUp ?? null,
      intervals: this.#intervals,
      transactions: this.#transactions,
      tables: [...this.#tables].map(([source, { target, counts }]) => ({ source, target, ...counts })),
      drift: this.#drift,
      staged: { ...this.#staged },
      stageDurationsMs: stageDurations(this.#durations),
      warehouse: this.#warehouse,
      notices: this.#notices,
      error: outcome.error === void 0 ? null : {
        code: outcome.error.code,
        message: outcome.error.message,
        solution: outcome.error.solution ?? null
      }
    };
  }
};
function lsnText(lsn) {
  return lsn === void 0 ? null : formatLsn(lsn);
}
function stageDurations(durations) {
  const of = (stage) => Math.round(durations.get(stage) ?? 0);
  return {
    preflight: of("preflight"),
    load: of("load"),
    drain: of("drain"),
    stage: of("stage"),
    merge: of("merge"),
    checkpoint: of("checkpoint"),
    acknowledge: of("acknowledge")
  };
}

// src/ingest/translate-run-error.ts
function translateRunError(error2, isAbandoned) {
  if (isAbandoned) {
    return new IngestError("interrupted", "The run was interrupted; what was not finished was dropped.", {
      solution: "Run again: nothing is lost, the next run goes on from the checkpoint.",
      cause: error2
    });
  }
  if (error2 instanceof IngestError) return error2;
  return new IngestError(
    "internal-error",
    `Something went wrong that Tributary did not expect (${describeUnexpected(error2)}).`,
    {
      solution: "Please report it, with this message. The next run goes on from the checkpoint.",
      cause: error2
    }
  );
}
function describeUnexpected(error2) {
  if (!(error2 instanceof Error)) return typeof error2;
  const frame = /^\s+at (.+)$/m.exec(error2.stack ?? "")?.[1] ?? "an unknown place";
  return `${error2.name} at ${frame.replace(/\(.*[/\\]/, "(")}`;
}

// src/ingest/wait-for-slot.ts
import { setTimeout as waitMs2 } from "node:timers/promises";
var PATIENCE_MS = 5e3;
var STEP_MS = 250;
async function waitForSlot(source, abandon) {
  for (let waitedMs = 0; ; waitedMs += STEP_MS) {
    const facts = await source.readFacts();
    if (facts.slot?.active !== true) return facts;
    if (waitedMs >= PATIENCE_MS) throw new SlotActiveSignal("the slot is active");
    await waitMs2(STEP_MS, void 0, { signal: abandon });
  }
}

// src/ingest/run.ts
async function runPipeline(options) {
  const { pipeline } = options;
  const recorder = new RunRecorder({
    pipeline: pipeline.name,
    runId: options.runId,
    slot: pipeline.source.slotName,
    reporter: options.reporter,
    nowMs: options.now
  });
  const opened = { warehouse: void 0 };
  const giveUp = () => opened.warehouse?.interrupt();
  options.abandon.addEventListener("abort", giveUp, { once: true });
  const deadline = deadlineSignal(options.maxDurationMs);
  try {
    const outcome = await run(options, recorder, deadline.signal, opened);
    return recorder.finish({ ...outcome, error: void 0 });
  } catch (error2) {
    if (error2 instanceof SlotActiveSignal) {
      return recorder.finish({
        status: "another-run-active",
        notCaughtUp: "another run is active",
        error: void 0
      });
    }
    options.onUnexpected?.(error2);
    const translated = translateRunError(error2, options.abandon.aborted);
    return recorder.finish({
      status: translated.code === "interrupted" ? "stopped" : "failed",
      notCaughtUp: translated.code === "interrupted" ? "the run was interrupted" : "the run failed",
      error: translated
    });
  } finally {
    deadline.clear();
    options.abandon.removeEventListener("abort", giveUp);
    await closeQuietly(opened.warehouse);
  }
}
async function closeQuietly(warehouse) {
  try {
    await warehouse?.[Symbol.asyncDispose]();
  } catch {
    return;
  }
}
async function run(options, recorder, deadline, opened) {
  var _stack = [];
  try {
    const { pipeline } = options;
    const schemas = pipeline.selection.schemas.map(({ name }) => name);
    const source = __using(_stack, await recorder.timed("preflight", () => options.openSource(pipeline.source, schemas)), true);
    const { facts, selected } = await recorder.stage(
      "preflight",
      pipeline.name,
      () => preflight(options, source)
    );
    throwProblems(unknownReloads(options, selected));
    noteUnpublished(recorder, selected);
    recorder.lagBefore({ bytes: retainedBytes(facts) });
    const open2 = () => openTarget({
      ...options,
      source,
      recorder,
      facts,
      selected,
      nowMs: options.now,
      onOpen: (warehouse) => {
        opened.warehouse = warehouse;
      }
    });
    try {
      const mustOpen = facts.slot?.confirmedFlushLsn === void 0 || options.reload.length > 0;
      const early = mustOpen ? await open2() : void 0;
      return await drainAndAcknowledge({
        ...options,
        recorder,
        deadline,
        source,
        facts,
        selected,
        early,
        open: open2
      });
    } finally {
      if (opened.warehouse !== void 0) recorder.warehouse(opened.warehouse.usage);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function preflight(options, source) {
  const { pipeline } = options;
  const facts = await waitForSlot(source, options.abandon);
  throwProblems([...judgeServer(facts, pipeline), ...judgePublication(facts, pipeline)]);
  const { tables, problems } = resolveSelection(facts, pipeline);
  throwProblems([
    ...problems,
    ...tables.flatMap((table) => judgeTable(table, facts, pipeline)),
    ...facts.slot === void 0 ? [] : judgeSlot(facts.slot, pipeline)
  ]);
  return { facts, selected: tables };
}
function unknownReloads({ reload }, selected) {
  const known = selected.map(({ displayName }) => displayName);
  return reload.filter((name) => !known.includes(name)).map((name) => ({
    code: "usage-invalid",
    message: `There is no selected table "${name}" to load anew.`,
    solution: `Name one of: ${known.join(", ")}.`
  }));
}
function noteUnpublished(recorder, selected) {
  for (const table of selected) {
    const generated = table.unpublishedWanted.filter((column) => column.generated).map(({ name }) => name);
    if (generated.length > 0) {
      recorder.notice(
        `${table.displayName}: generated columns are not published and left out: ${generated.join(", ")}.`
      );
    }
  }
}
function deadlineSignal(maxDurationMs) {
  const controller = new AbortController();
  const timer = maxDurationMs === void 0 ? void 0 : setTimeout(() => controller.abort(), maxDurationMs);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

// src/commands/bound-heap.ts
import v8 from "node:v8";
function boundHeap() {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--heap-growing-percent=30");
}

// src/commands/run-pipelines.ts
async function runPipelines(options) {
  requireOnePipelineToReload(options);
  const runnable = await Promise.all(
    options.pipelines.map(async (pipeline) => ({
      pipeline,
      warehouse: await warehouseOf(pipeline, options.environment)
    }))
  );
  boundHeap();
  const workDirectory = await mkdtemp(join(tmpdir(), "tributary-"));
  try {
    return await runInTurn(runnable, options, workDirectory);
  } finally {
    await rm2(workDirectory, { recursive: true, force: true });
  }
}
function requireOnePipelineToReload({ pipelines, reload }) {
  if (reload.length === 0 || pipelines.length === 1) return;
  throw new IngestError("usage-invalid", "--reload names tables of one pipeline, and several would run.", {
    solution: `Choose it with --pipeline: ${pipelines.map(({ name }) => name).join(", ")}.`
  });
}
async function runInTurn(runnable, options, workDirectory) {
  const startedAtMs = options.nowMs();
  const reports = [];
  const unfinished = [];
  for (const one of runnable) {
    const report = options.signals.stop.aborted ? void 0 : await runUntilExpiry(one, options, workDirectory, remaining(options, startedAtMs));
    if (report === void 0) {
      unfinished.push(one.pipeline.name);
    } else {
      reports.push(report);
      options.onReport(report);
    }
  }
  return { reports, unfinished };
}
async function runUntilExpiry({ pipeline, warehouse }, options, workDirectory, maxDurationMs) {
  const { signals, reporter, nowMs } = options;
  const expiry = Promise.withResolvers();
  const expire = () => expiry.resolve(void 0);
  signals.expire.addEventListener("abort", expire, { once: true });
  try {
    const run3 = runPipeline({
      pipeline,
      warehouse,
      openSource: openPostgresSource,
      reporter,
      stop: signals.stop,
      abandon: signals.abandon,
      maxDurationMs,
      reload: options.reload,
      now: nowMs,
      workDirectory,
      runId: options.newRunId()
    });
    return await Promise.race([run3, expiry.promise]);
  } finally {
    signals.expire.removeEventListener("abort", expire);
  }
}
function remaining({ maxDurationMs, nowMs }, startedAtMs) {
  return maxDurationMs === void 0 ? void 0 : Math.max(0, maxDurationMs - (nowMs() - startedAtMs));
}
function exitCodeOf({ reports, unfinished }) {
  const codes = reports.flatMap(({ error: error2 }) => error2 === null ? [] : [ERROR_CODES[error2.code].exitCode]);
  if (unfinished.length > 0 || codes.includes(1)) return 1;
  return codes.length > 0 ? 2 : 0;
}

// src/commands/secrets-of.ts
var MIN_LENGTH = 4;
var SECRET_VARIABLES = ["DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET", "DATABRICKS_OIDC_TOKEN"];
function secretsOf(pipelines, environment) {
  const configured = pipelines.flatMap((pipeline) => configuredSecrets(pipeline).map((one) => one.reveal()));
  const ambient = pipelines.some(({ target }) => target.tag === "unity_catalog") ? SECRET_VARIABLES.flatMap((name) => environment[name]?.trim() ?? []) : [];
  const secrets = [...configured, ...ambient].flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return [...new Set(secrets)].filter((secret) => secret.length >= MIN_LENGTH);
}
function configuredSecrets({ source, target }) {
  const auth2 = target.tag === "unity_catalog" ? target.databricks.auth : void 0;
  const secrets = [
    source.password,
    auth2?.tag === "pat" ? auth2.token : void 0,
    auth2?.tag === "oauth-m2m" ? auth2.clientSecret : void 0
  ];
  return secrets.filter((secret) => secret !== void 0);
}

// src/commands/stop-signals.ts
var ABANDON_AFTER_MS = 5e3;
var EXPIRE_AFTER_MS = 6500;
var StopSignals = class {
  #stop = new AbortController();
  #abandon = new AbortController();
  #expire = new AbortController();
  #timers = [];
  /** End cleanly at the next commit boundary. */
  get stop() {
    return this.#stop.signal;
  }
  /** Drop the interval under way now. */
  get abandon() {
    return this.#abandon.signal;
  }
  /** Wait for nothing any more. */
  get expire() {
    return this.#expire.signal;
  }
  /** Takes a signal from outside, and says what the process has to do about it. */
  receive() {
    if (this.#stop.signal.aborted) return "exit";
    this.#stop.abort();
    this.#timers = [
      setTimeout(() => this.#abandon.abort(), ABANDON_AFTER_MS),
      setTimeout(() => this.#expire.abort(), EXPIRE_AFTER_MS)
    ];
    return "wait";
  }
  [Symbol.dispose]() {
    for (const timer of this.#timers) clearTimeout(timer);
  }
};

// src/commands/validate-command.ts
function describePipelines(pipelines) {
  return pipelines.map(
    ({ name, source, selection, target }) => `${printableLine(name)}: ${source.database} (${describeSelection(selection)}) → ${target.catalog}.${target.schema}`
  );
}
function describeSelection({ schemas }) {
  return schemas.map(
    ({ name, tables }) => tables === void 0 ? `all published tables of ${name}` : tables.map((table) => `${name}.${table.name}`).join(", ")
  ).join("; ");
}

// src/commands/write-report.ts
import { mkdir as mkdir2, rename as rename2, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { dirname } from "node:path";
async function writeReport(path6, text2) {
  const unfinished = `${path6}.new`;
  try {
    await mkdir2(dirname(path6), { recursive: true });
    await writeFile2(unfinished, text2);
    await rename2(unfinished, path6);
  } catch (cause) {
    await rm3(unfinished, { force: true }).catch(() => void 0);
    throw new IngestError("usage-invalid", `The report cannot be written to ${path6}.`, {
      solution: "Check the path and its permissions. What was ingested is not affected.",
      cause
    });
  }
}

// src/report/annotations.ts
var MAX_PER_LEVEL = 10;
function annotationsOf(diagnostics, pathInRepository2) {
  const ranked = diagnostics.toSorted((a, b) => rankOf(a.code) - rankOf(b.code));
  const errors = ranked.filter((diagnostic) => diagnostic.severity === "error");
  const warnings = ranked.filter((diagnostic) => diagnostic.severity === "warning");
  return {
    shown: [...errors.slice(0, MAX_PER_LEVEL), ...warnings.slice(0, MAX_PER_LEVEL)].map(
      (diagnostic) => annotationOf2(diagnostic, pathInRepository2)
    ),
    omitted: omittedSentence([
      ["error", errors.length],
      ["warning", warnings.length]
    ])
  };
}
function annotationOf2(diagnostic, pathInRepository2) {
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
function rankOf(code) {
  if (FIRST.has(code)) return 0;
  return LAST.has(code) ? 2 : 1;
}
function omittedSentence(counts) {
  const parts = counts.filter(([, count]) => count > MAX_PER_LEVEL).map(([noun, count]) => `${MAX_PER_LEVEL} of ${count} ${noun}s`);
  if (parts.length === 0) return void 0;
  return `${parts.join(" and ")} are marked on their lines, because GitHub keeps no more; the log lists all of them.`;
}

// src/report/markdown-text.ts
var MARKUP = /[\\`*_[\]#|<>~&@]/g;
function escapeMarkdown(text2) {
  return printableLine(text2).replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}
function codeBlock(text2, language) {
  const longest = Math.max(2, ...Array.from(text2.matchAll(/`+/g), ([run3]) => run3.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${printable(text2)}
${fence}`;
}

// src/report/check-markdown.ts
function formatChecksMarkdown(checks) {
  return checks.map(formatCheck).join("\n");
}
var MARKS = { passed: "✅", failed: "❌", unproven: "➖" };
function formatCheck(check2) {
  return `${[
    `### ${hasFailed(check2) ? "❌" : "✅"} ${escapeMarkdown(check2.pipeline)}: ${checkHeadline(check2)}`,
    "",
    "| | point | found |",
    "| --- | --- | --- |",
    ...check2.points.map(pointRow),
    ...check2.points.flatMap(remedyLines)
  ].join("\n")}
`;
}
function pointRow({ point, outcome, found }) {
  return `| ${MARKS[outcome]} | ${escapeMarkdown(POINT_LABELS[point])} | ${escapeMarkdown(found)} |`;
}
function remedyLines({ point, outcome, solution }) {
  if (outcome !== "failed" || solution === null) return [];
  return ["", `**${escapeMarkdown(POINT_LABELS[point])}**: what to do`, "", codeBlock(solution, "text")];
}

// src/report/check-text.ts
function formatCheckText(check2, options) {
  const style = styleOf(options.colours);
  const mark = hasFailed(check2) ? style.red("✘") : style.green("✔");
  return `${[
    `${mark} ${style.bold(printableLine(check2.pipeline))}: ${checkHeadline(check2)}`,
    ...check2.points.flatMap((point) => pointLines(point, style))
  ].join("\n")}
`;
}
var COLOURS = { passed: "green", failed: "red", unproven: "yellow" };
var LABEL_WIDTH = Math.max(...Object.values(POINT_LABELS).map(({ length }) => length));
var INDENT = " ".repeat(LABEL_WIDTH + 6);
function pointLines({ point, outcome, found, solution }, style) {
  const mark = style[COLOURS[outcome]](OUTCOME_MARKS[outcome]);
  const [first = "", ...rest] = printable(found).split("\n");
  const remedy = solution === null ? [] : printable(solution).split("\n");
  return [
    `  ${mark} ${POINT_LABELS[point].padEnd(LABEL_WIDTH)}  ${first}`,
    ...rest.map((line) => `${INDENT}${line}`),
    // Indented and nothing else, so that SQL can be copied as it stands.
    ...remedy.map((line) => `${INDENT}  ${style.dim(line)}`)
  ];
}

// src/report/run-verdict.ts
function verdictOf(report) {
  return {
    mood: MOODS[report.status],
    headline: headlineOf(report),
    lag: lagSentence(report),
    checkpoint: checkpointSentence(report)
  };
}
function remedyOf(error2) {
  const own = error2.solution === null ? [] : error2.solution.split("\n");
  switch (ERROR_CODES[error2.code].disposition) {
    case "retry":
      return own.some((line) => line.includes("next run")) ? own : [...own, "Run it again: the next run goes on from the checkpoint. Nothing is lost."];
    case "operator":
      return own.length > 0 ? own : ["Mend what the message names, and run it again."];
    case "bug":
      return [
        ...own,
        "This is a fault in Tributary. Please report it with the message above and the version of the program."
      ];
  }
}
var MOODS = {
  done: "good",
  "nothing-to-do": "good",
  "another-run-active": "neutral",
  stopped: "neutral",
  failed: "bad"
};
function headlineOf(report) {
  const took = formatDuration(report.durationMs);
  switch (report.status) {
    case "done":
      return `done in ${took}: ${workSentence(report)}`;
    case "nothing-to-do":
      return `nothing to do (${took}): no change of the selected tables was pending${report.warehouse.opened ? "" : ", and the lakehouse was not opened"}`;
    case "another-run-active":
      return `another run is active on slot ${report.slot}; this one changed nothing`;
    case "stopped":
      return `stopped after ${took} before it was caught up: ${workSentence(report)}; the next run goes on from the checkpoint`;
    case "failed":
      return failureHeadline(report, took);
  }
}
function failureHeadline(report, took) {
  const work = workParts(report);
  if (work.length === 0) return `failed after ${took}; nothing was written`;
  return `failed after ${took}; before that: ${work.join(", ")}`;
}
function workSentence(report) {
  const parts = workParts(report);
  return parts.length > 0 ? parts.join(", ") : "nothing was written";
}
function workParts(report) {
  const loaded = report.tables.filter((table) => table.loadedRows > 0);
  const loadedRows = loaded.reduce((sum, table) => sum + table.loadedRows, 0);
  const changes = report.tables.reduce((sum, table) => sum + table.changes, 0);
  const hasBegun = report.checkpoint.from === null && report.checkpoint.to !== null;
  return [
    ...hasBegun && loaded.length === 0 ? ["first checkpoint written"] : [],
    ...loaded.length > 0 ? [`${formatNumberOf(loaded.length, "table")} loaded (${formatNumberOf(loadedRows, "row")})`] : [],
    ...changes > 0 ? [`${formatNumberOf(changes, "change")} merged in ${formatNumberOf(report.intervals, "interval")}`] : [],
    ...report.drift.length > 0 ? [`${formatNumberOf(report.drift.length, "schema change")} followed`] : []
  ];
}
function lagSentence(report) {
  const after = formatLag(report.lag.after);
  const before = formatLag(report.lag.before);
  const was = before === void 0 || before === NO_LAG ? "" : ` (before the run it was behind by ${before})`;
  if (!report.caughtUp) {
    const why = report.notCaughtUp === null ? "" : `: ${report.notCaughtUp}`;
    return `not caught up${why}; behind by ${after ?? "an unknown amount"}${was}`;
  }
  if (after === void 0 || after === NO_LAG) return `caught up with the source${was}`;
  return `caught up with the source as it was at the start; behind by ${after} now${was}`;
}
var NO_LAG = "nothing";
function formatLag(lag) {
  const parts = [
    ...lag.bytes === null || lag.bytes === 0 ? [] : [`${formatBytes(lag.bytes)} of log`],
    ...lag.seconds === null || lag.seconds === 0 ? [] : [formatDuration(lag.seconds * 1e3)]
  ];
  if (parts.length > 0) return parts.join(", ");
  return lag.bytes === null && lag.seconds === null ? void 0 : NO_LAG;
}
function checkpointSentence(report) {
  const { from, to } = report.checkpoint;
  const slot = `slot ${report.slot}`;
  if (from === null && to === null) return `no checkpoint was read or written; ${slot}`;
  if (from === to || to === null) return `checkpoint unchanged at ${from ?? ""}; ${slot}`;
  if (from === null) return `first checkpoint at ${to}; ${slot}`;
  return `checkpoint moved from ${from} to ${to}; ${slot}`;
}

// src/report/error-text.ts
function formatErrorText(error2, options) {
  const style = styleOf(options.colours);
  const remedy = error2.solution === null ? remedyOf(error2) : error2.solution.split("\n");
  return [
    `${style.red("error")} ${style.dim(`[${error2.code}]`)} ${printable(error2.message)}`,
    ...remedy.map((line) => `  ${printable(line)}`),
    ""
  ].join("\n");
}

// src/report/event-throttle.ts
var QUIET_MS = 5e3;
var EventThrottle = class {
  #nowMs;
  #shownAtMs = /* @__PURE__ */ new Map();
  #shownStages = /* @__PURE__ */ new Set();
  constructor(nowMs) {
    this.#nowMs = nowMs;
  }
  admits(event) {
    switch (event.tag) {
      case "notice":
        return true;
      case "stage-started":
        return this.#admitsStage(event.stage);
      case "stage-finished":
        return this.#shownStages.delete(event.stage);
      case "progress":
        return this.#admitsProgress(event.task);
      case "progress-finished":
        this.#shownAtMs.delete(taskKey(event.task));
        return false;
    }
  }
  #admitsStage(stage) {
    if (!this.#isDue(`stage ${stage}`, -Infinity)) return false;
    this.#shownStages.add(stage);
    return true;
  }
  #admitsProgress(task) {
    return this.#isDue(taskKey(task), this.#nowMs());
  }
  /** `unseenAtMs` stands for the last showing of what was never shown. */
  #isDue(key, unseenAtMs) {
    const now = this.#nowMs();
    const shownAt = this.#shownAtMs.get(key) ?? unseenAtMs;
    const due = now - shownAt >= QUIET_MS;
    this.#shownAtMs.set(key, due ? now : shownAt);
    return due;
  }
};
function taskKey(task) {
  return `task ${task}`;
}

// src/report/run-event-line.ts
function formatProgress(event) {
  return `${printableLine(event.task)}: ${formatAmount(event)}`;
}
function formatAmount(event) {
  const { total } = event;
  if (event.unit === "bytes")
    return total === void 0 ? formatBytes(event.done) : `${formatBytes(event.done)} of ${formatBytes(total)}`;
  const done = formatCount(event.done);
  if (total === void 0) return `${done} ${event.unit}`;
  return `${done} of ${formatCount(total)} ${event.unit}${percentSuffix(shareDone(event))}`;
}
function shareDone(event) {
  if (event.total === void 0 || event.total <= 0) return void 0;
  return Math.min(1, Math.max(0, event.done / event.total));
}
function percentSuffix(share) {
  return share === void 0 ? "" : ` (${Math.floor(share * 100)}%)`;
}

// src/report/github-reporter.ts
var GithubReporter = class {
  #throttle;
  #openStage;
  constructor(nowMs) {
    this.#throttle = new EventThrottle(nowMs);
  }
  report(event) {
    if (!this.#throttle.admits(event)) return;
    switch (event.tag) {
      case "stage-started":
        this.endGroup();
        startGroup(oneCommandFreeLine(`${event.stage}: ${event.detail}`));
        this.#openStage = event.stage;
        break;
      case "stage-finished":
        logText(`${event.stage} finished: ${event.detail}`);
        if (this.#openStage === event.stage) this.endGroup();
        break;
      case "progress":
        logText(formatProgress(event));
        break;
      case "progress-finished":
        break;
      case "notice":
        logText(event.text);
        break;
    }
  }
  /** Ends the group that is open, if any, so that what is printed next stands outside. */
  endGroup() {
    if (this.#openStage !== void 0) endGroup();
    this.#openStage = void 0;
  }
  [Symbol.dispose]() {
    this.endGroup();
  }
};
var MARKERS = { error, warning, notice };
function logText(text2) {
  info(withoutCommands(text2));
}
function logGroup(title, text2) {
  startGroup(oneCommandFreeLine(title));
  logText(text2);
  endGroup();
}
function annotate({ shown, omitted }) {
  for (const { level, title, message, file, line, column, endColumn } of shown)
    MARKERS[level](withoutCommands(message), {
      title,
      file,
      startLine: line,
      startColumn: column,
      endColumn
    });
  if (omitted !== void 0) notice(omitted, { title: "Tributary: more findings" });
}
function oneCommandFreeLine(text2) {
  return withoutCommands(text2).replaceAll("\n", " ");
}

// src/report/run-report-json.ts
function formatRunOutcomeJson(outcome) {
  return `${JSON.stringify({ schemaVersion: 1, ...outcome }, void 0, 2)}
`;
}

// src/report/run-report-markdown.ts
var MAX_BYTES = 900 * 1024;
var MAX_TABLES = 500;
var MAX_DRIFT = 100;
function formatRunReportsMarkdown(reports) {
  return reports.map((report) => formatReport(report, MAX_BYTES / reports.length)).join("\n");
}
function formatReport(report, maxBytes) {
  const sections = [
    verdictSection(report),
    failureSection(report),
    tableSection(report.tables),
    driftSection(report.drift),
    noticeSection(report.notices),
    factSection(report)
  ].filter((section) => section !== "");
  while (sections.length > 1 && Buffer.byteLength(sections.join("\n\n")) > maxBytes) sections.pop();
  return `${sections.join("\n\n")}
`;
}
var MARKS2 = { good: "✅", neutral: "⏸️", bad: "❌" };
function verdictSection(report) {
  const { mood, headline, lag, checkpoint } = verdictOf(report);
  return [
    `### ${MARKS2[mood]} ${escapeMarkdown(report.pipeline)}`,
    "",
    `**${capitalised(escapeMarkdown(headline))}.**`,
    "",
    `- ${capitalised(escapeMarkdown(lag))}`,
    `- ${capitalised(escapeMarkdown(checkpoint))}`
  ].join("\n");
}
function failureSection(report) {
  if (report.error === null) return "";
  return [
    `**What happened** (\`${report.error.code}\`)`,
    "",
    codeBlock(report.error.message, "text"),
    "",
    "**What to do**",
    "",
    codeBlock(remedyOf(report.error).join("\n"), "text")
  ].join("\n");
}
function tableSection(tables) {
  if (tables.length === 0) return "";
  return [
    "| source | target | loaded | inserted | updated | deleted |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
    ...tables.slice(0, MAX_TABLES).map(tableRow),
    ...moreLine(tables.length, MAX_TABLES, "tables")
  ].join("\n");
}
function tableRow(table) {
  const counts = [table.loadedRows, table.insertedRows, table.updatedRows, table.deletedRows];
  return `| ${[escapeMarkdown(table.source), escapeMarkdown(table.target), ...counts.map(formatCount)].join(" | ")} |`;
}
function driftSection(drift) {
  if (drift.length === 0) return "";
  return [
    "#### Schema drift",
    "",
    ...drift.slice(0, MAX_DRIFT).flatMap(driftItem),
    ...moreLine(drift.length, MAX_DRIFT, "schema changes")
  ].join("\n").trimEnd();
}
function driftItem(item) {
  const what = item.kind === "column-added" ? "column added" : "column dropped";
  const column = `${escapeMarkdown(item.column)} ${escapeMarkdown(item.type)}`;
  return [
    `**${escapeMarkdown(item.table)}**: ${what}: ${column}. ${escapeMarkdown(item.outcome)}`,
    "",
    ...item.statements.length > 0 ? [codeBlock(item.statements.join(";\n"), "sql"), ""] : []
  ];
}
function noticeSection(notices) {
  return notices.map((notice2) => `> ${escapeMarkdown(notice2)}`).join("\n>\n");
}
function factSection(report) {
  const { staged, warehouse } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] > 0).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`
  );
  return [
    "<details><summary>Details</summary>",
    "",
    `- Staged: ${formatCount(staged.rows)} rows, ${formatCount(staged.files)} files, ${formatBytes(staged.bytes)}`,
    `- Warehouse: ${warehouse.opened ? `${formatNumberOf(warehouse.statements, "statement")}, ${formatDuration(warehouse.busyMs)} busy, ${formatBytes(warehouse.uploadedBytes)} uploaded` : "not opened"}`,
    `- Time: ${stages.length > 0 ? stages.join(" · ") : formatDuration(report.durationMs)}`,
    `- Run: ${escapeMarkdown(report.runId)}, ${report.startedAt} to ${report.finishedAt}`,
    "",
    "</details>"
  ].join("\n");
}
function moreLine(count, limit, noun) {
  return count > limit ? ["", `… and ${formatCount(count - limit)} more ${noun}`] : [];
}
function capitalised(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

// src/report/text-table.ts
var GAP = "  ";
function formatTextTable(columns, rows) {
  const widths = columns.map(
    (column, index) => rows.reduce((width, row) => Math.max(width, lengthOf(row[index] ?? "")), lengthOf(column.title))
  );
  const line = (cells) => columns.map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align)).join(GAP).trimEnd();
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => "─".repeat(width)).join(GAP),
    ...rows.map(line)
  ];
}
function pad(cell, width, align) {
  const blanks = " ".repeat(Math.max(0, width - lengthOf(cell)));
  return align === "left" ? cell + blanks : blanks + cell;
}
function lengthOf(cell) {
  return Array.from(cell).length;
}

// src/report/run-report-text.ts
function formatRunReportText(report, options) {
  const style = styleOf(options.colours);
  const blocks = [
    headLines(report, style),
    failureLines(report, style),
    tableLines(report.tables),
    driftLines(report.drift, style),
    noticeLines(report, style),
    factLines(report, style)
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var MARKS3 = { good: "✔", neutral: "•", bad: "✘" };
var COLOURS2 = { good: "green", neutral: "yellow", bad: "red" };
var SHOWN_STAGE_MS = 50;
var TABLE_COLUMNS = [
  { title: "source", align: "left" },
  { title: "target", align: "left" },
  { title: "loaded", align: "right" },
  { title: "inserted", align: "right" },
  { title: "updated", align: "right" },
  { title: "deleted", align: "right" }
];
function headLines(report, style) {
  const verdict = verdictOf(report);
  const mark = style[COLOURS2[verdict.mood]](MARKS3[verdict.mood]);
  return [
    `${mark} ${style.bold(printableLine(report.pipeline))}: ${printableLine(verdict.headline)}`,
    `  ${printableLine(verdict.lag)}`,
    `  ${printableLine(verdict.checkpoint)}`
  ];
}
function failureLines(report, style) {
  if (report.error === null) return [];
  const [first = "", ...rest] = printable(report.error.message).split("\n");
  return [
    `${style.red("What happened")} (${report.error.code})`,
    ...indented([first, ...rest]),
    style.bold("What to do"),
    ...indented(remedyOf(report.error).map(printableLine))
  ];
}
function tableLines(tables) {
  const changed = tables.filter(hasChanged);
  if (changed.length === 0) return [];
  return indented(formatTextTable(TABLE_COLUMNS, changed.map(tableRow2)));
}
function hasChanged(table) {
  return table.loadedRows + table.changes + table.insertedRows + table.updatedRows + table.deletedRows > 0;
}
function tableRow2(table) {
  return [
    printableLine(table.source),
    printableLine(table.target),
    formatCount(table.loadedRows),
    formatCount(table.insertedRows),
    formatCount(table.updatedRows),
    formatCount(table.deletedRows)
  ];
}
function driftLines(drift, style) {
  if (drift.length === 0) return [];
  return [style.yellow("Schema drift"), ...drift.flatMap((item) => indented(driftItem2(item, style)))];
}
function driftItem2(item, style) {
  const what = item.kind === "column-added" ? "column added" : "column dropped";
  return [
    `${printableLine(item.table)}: ${what}: ${printableLine(item.column)} ${printableLine(item.type)}`,
    ...indented([printableLine(item.outcome)]),
    ...item.statements.flatMap(
      (statement) => indented(
        printable(statement).split("\n").map((line) => style.dim(line))
      )
    )
  ];
}
function noticeLines(report, style) {
  const special = report.tables.filter((table) => table.specialValues > 0);
  const notices = [
    ...report.notices.map(printableLine),
    ...special.map(
      (table) => `${printableLine(table.source)}: ${formatNumberOf(table.specialValues, "value")} without a place in the target type became NULL`
    )
  ];
  if (notices.length === 0) return [];
  return [style.yellow("Notices"), ...indented(notices)];
}
function factLines(report, style) {
  const { staged, warehouse } = report;
  const stages = STAGES.filter((stage) => report.stageDurationsMs[stage] >= SHOWN_STAGE_MS).map(
    (stage) => `${stage} ${formatDuration(report.stageDurationsMs[stage])}`
  );
  const facts = [
    ...staged.files > 0 ? [
      `staged     ${formatNumberOf(staged.rows, "row")} in ${formatNumberOf(staged.files, "file")}, ${formatBytes(staged.bytes)}`
    ] : [],
    `warehouse  ${formatWarehouse(warehouse)}`,
    ...stages.length > 0 ? [`time       ${stages.join(" · ")}`] : [],
    `run        ${printableLine(report.runId)}, ${report.startedAt} to ${report.finishedAt}`
  ];
  return indented(facts).map((line) => style.dim(line));
}
function formatWarehouse({ opened, statements, busyMs }) {
  return opened ? `${formatNumberOf(statements, "statement")}, ${formatDuration(busyMs)} busy` : "not opened";
}
function indented(lines) {
  return lines.map((line) => `  ${line}`);
}

// src/action.ts
var PLAIN = { colours: false };
var received;
async function main() {
  setOutputs(INITIAL_OUTPUTS);
  try {
    const inputs = parseActionInputs(getInput);
    return await COMMANDS[inputs.command](inputs);
  } catch (error2) {
    return fail(toIngestError(error2));
  }
}
var COMMANDS = { validate, check, run: run2 };
async function validate(inputs) {
  const config2 = await loadAndMark(inputs, "warning");
  const error2 = configErrorOf(config2);
  setOutputs({ ...INITIAL_OUTPUTS, status: error2 === void 0 ? "valid" : "invalid" });
  if (error2 !== void 0) return logFailure(error2);
  logText(["The configuration is valid.", ...describePipelines(config2.pipelines)].join("\n"));
  return 0;
}
async function check(inputs) {
  const config2 = await loadAndMark(inputs, "error");
  for (const secret of secretsOf(config2.pipelines, process.env)) setSecret(secret);
  const error2 = configErrorOf(config2);
  if (error2 !== void 0) return logFailure(error2);
  const skipTarget = inputs.skip === "target";
  const checks = await checkPipelines({
    pipelines: choosePipelines(config2.pipelines, inputs.pipeline),
    environment: process.env,
    skipSource: inputs.skip === "source",
    skipTarget,
    onBegin: (pipeline) => logText(checkAnnouncement(pipeline, skipTarget)),
    onCheck: (done) => {
      logText(formatCheckText(done, PLAIN));
      for (const { code, found, solution } of done.points)
        if (code !== null) markFailure({ code, message: `${done.pipeline}: ${found}`, solution });
    }
  });
  const exitCode = exitCodeOfChecks(checks);
  setOutputs({ ...INITIAL_OUTPUTS, status: exitCode === 0 ? "passed" : "failed" });
  await storeSummary(formatChecksMarkdown(checks));
  return exitCode;
}
async function run2(inputs) {
  var _stack = [];
  try {
    const config2 = await loadAndMark(inputs, "error");
    for (const secret of secretsOf(config2.pipelines, process.env)) setSecret(secret);
    const error2 = configErrorOf(config2);
    if (error2 !== void 0) return logFailure(error2);
    const signals = __using(_stack, receiveSignals());
    const reporter = __using(_stack, new GithubReporter(Date.now));
    const runs = await runPipelines({
      pipelines: choosePipelines(config2.pipelines, inputs.pipeline),
      reporter,
      environment: process.env,
      signals,
      maxDurationMs: inputs.maxDurationMs,
      reload: [],
      nowMs: Date.now,
      newRunId: randomUUID2,
      onReport: (report) => {
        reporter.endGroup();
        logText(formatRunReportText(report, PLAIN));
        if (report.error !== null) markFailure(report.error);
      }
    });
    for (const name of runs.unfinished)
      logText(`${name}: not finished; the next run goes on from its checkpoint`);
    setOutputs(outputsOf(runs, ""));
    await storeSummary(formatRunReportsMarkdown(runs.reports));
    const outcome = { ...runs, diagnostics: config2.diagnostics, error: null };
    setOutputs(outputsOf(runs, await storeReport(inputs, formatRunOutcomeJson(outcome))));
    return exitCodeOf(runs);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function loadAndMark(inputs, missingVariables) {
  const workingDirectory = resolve2(process.cwd(), inputs.workingDirectory);
  const config2 = await loadGivenConfig({
    paths: inputs.config,
    environment: process.env,
    workingDirectory,
    missingVariables
  });
  const { diagnostics } = config2;
  annotate(annotationsOf(diagnostics, (file) => pathInRepository(file, workingDirectory, process.cwd())));
  if (diagnostics.length > 0) logGroup("All findings", formatDiagnosticsText(diagnostics, PLAIN));
  return config2;
}
async function storeReport({ workingDirectory, report }, json) {
  if (report === void 0) return "";
  const path6 = resolve2(process.cwd(), workingDirectory, report);
  await writeReport(path6, json);
  return path6;
}
async function storeSummary(markdown) {
  try {
    await summary.addRaw(markdown).write();
  } catch {
    logText("The job summary could not be written.");
  }
}
function setOutputs(outputs) {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function fail(error2) {
  markFailure(errorReportOf(error2));
  return logFailure(error2);
}
function logFailure(error2) {
  logText(formatErrorText(errorReportOf(error2), PLAIN));
  return error2.exitCode;
}
function markFailure({ code, message, solution }) {
  error(withoutCommands([message, solution ?? ""].join("\n").trim()), { title: `Tributary: ${code}` });
}
function receiveSignals() {
  const signals = new StopSignals();
  received = signals;
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      if (signals.receive() === "exit") process.exit(1);
      logText(`${signal}: ending at the next commit`);
    });
  return signals;
}
process.exitCode = await main();
if (received?.expire.aborted === true) process.exit();
