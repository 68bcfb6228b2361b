import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readFacts,
  readInsertLsn,
  readPublishedTables,
  readSlot,
  reloadSolution
} from "./part-BSZKNS2G.mjs";
import {
  ZERO_LSN,
  formatLsn,
  lsnDistance,
  lsnOf,
  parseLsn
} from "./part-3QJBBAU7.mjs";
import {
  foreignErrorCode,
  openConnection,
  quoteSourceIdentifier,
  quoteSourceLiteral,
  require_lib,
  translateSourceError
} from "./part-OQHMGH5D.mjs";
import {
  IngestError
} from "./part-WR5T4RD5.mjs";
import {
  __commonJS,
  __require,
  __toESM
} from "./part-2GY7G3VF.mjs";

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
      function makeTypeReducer(types) {
        var message = "value must be type of " + types.join("|");
        var len = types.length;
        var firstType = types[0];
        var secondType = types[1];
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
            if (kind === types[i]) return v;
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
        var promise = new Promise2(function(resolve2, reject, onCancel) {
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
            resolve2(value);
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
        var branch, branchName, path;
        var hasListeners = tree["_listeners"];
        var isArrayPath;
        while (i-- > 0) {
          branchName = branches[i];
          branch = tree[branchName];
          if (branchName === "_listeners") {
            path = root;
          } else {
            path = root ? root.concat(branchName) : [branchName];
          }
          isArrayPath = asArray || typeof branchName === "symbol";
          hasListeners && events.push(isArrayPath ? path : path.join(this.delimiter));
          if (typeof branch === "object") {
            collectTreeEvents.call(this, branch, events, path, isArrayPath);
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
            return promisify ? nextTick ? Promise.resolve() : new Promise(function(resolve2) {
              _setImmediate(resolve2);
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
        var promises = [];
        var al = arguments.length;
        var handler;
        if (this._all) {
          for (i = 0, l = this._all.length; i < l; i++) {
            this.event = type;
            switch (al) {
              case 1:
                promises.push(this._all[i].call(this, type));
                break;
              case 2:
                promises.push(this._all[i].call(this, type, arguments[1]));
                break;
              case 3:
                promises.push(this._all[i].call(this, type, arguments[1], arguments[2]));
                break;
              default:
                promises.push(this._all[i].apply(this, arguments));
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
              promises.push(handler.call(this));
              break;
            case 2:
              promises.push(handler.call(this, arguments[1]));
              break;
            case 3:
              promises.push(handler.call(this, arguments[1], arguments[2]));
              break;
            default:
              args = new Array(al - 1);
              for (j = 1; j < al; j++) args[j - 1] = arguments[j];
              promises.push(handler.apply(this, args));
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
                promises.push(handler[i].call(this));
                break;
              case 2:
                promises.push(handler[i].call(this, arguments[1]));
                break;
              case 3:
                promises.push(handler[i].call(this, arguments[1], arguments[2]));
                break;
              default:
                promises.push(handler[i].apply(this, args));
            }
          }
        } else if (!this.ignoreErrors && !this._all && type === "error") {
          if (arguments[1] instanceof Error) {
            return Promise.reject(arguments[1]);
          } else {
            return Promise.reject("Uncaught, unspecified 'error' event.");
          }
        }
        return Promise.all(promises);
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
        return makeCancelablePromise(options.Promise, function(resolve2, reject, onCancel) {
          function listener() {
            var filter = options.filter;
            if (filter && !filter.apply(self, arguments)) {
              return;
            }
            self.off(event, listener);
            if (options.handleError) {
              var err = arguments[0];
              err ? reject(err) : resolve2(toArray.apply(null, arguments).slice(1));
            } else {
              resolve2(toArray.apply(null, arguments));
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
        return makeCancelablePromise(_Promise, function(resolve2, reject, onCancel) {
          var handler;
          if (typeof emitter.addEventListener === "function") {
            handler = function() {
              resolve2(toArray.apply(null, arguments));
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
            resolve2(toArray.apply(null, arguments));
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
    var pg_1 = require_lib();
    var LogicalReplicationService = class extends eventemitter2_1.default {
      clientConfig;
      config;
      constructor(clientConfig, config) {
        super();
        this.clientConfig = clientConfig;
        this.config = {
          acknowledge: {
            auto: true,
            timeoutSeconds: 10,
            ...config?.acknowledge || {}
          },
          flowControl: {
            enabled: false,
            ...config?.flowControl || {}
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
      async subscribe(plugin, slotName, uptoLsn) {
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
          return plugin.start(client, slotName, this._lastLsn || "0/00000000").catch((e) => {
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
          function text() {
            return input.substring(peg$savedPos, peg$currPos);
          }
          function location() {
            return peg$computeLocation(peg$savedPos, peg$currPos);
          }
          function expected(description, location2) {
            location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
            throw peg$buildStructuredError([peg$otherExpectation(description)], input.substring(peg$savedPos, peg$currPos), location2);
          }
          function error(message, location2) {
            location2 = location2 !== void 0 ? location2 : peg$computeLocation(peg$savedPos, peg$currPos);
            throw peg$buildSimpleError(message, location2);
          }
          function peg$literalExpectation(text2, ignoreCase) {
            return { type: "literal", text: text2, ignoreCase };
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
    var decoder = require_decoder();
    var TestDecodingPlugin = class extends abstract_plugin_js_1.AbstractPlugin {
      constructor(options) {
        super(options || {});
      }
      get name() {
        return "test_decoding";
      }
      async start(client, slotName, lastLsn) {
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
        const sql = `START_REPLICATION SLOT "${slotName}" LOGICAL ${lastLsn} (${options.join(" , ")})`;
        return client.query(sql);
      }
      parse(buffer) {
        return decoder.parse(buffer.toString(), {});
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
    var pg_1 = require_lib();
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
      start(client, slotName, lastLsn) {
        const options = [
          `proto_version '${this.options.protoVersion}'`,
          `publication_names '${this.options.publicationNames.join(",")}'`,
          `messages '${this.options.messages ?? false}'`
        ];
        const sql = `START_REPLICATION SLOT "${slotName}" LOGICAL ${lastLsn} (${options.join(", ")})`;
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
      async start(client, slotName, lastLsn) {
        const options = [];
        Object.entries(this.options).map(([key, value]) => {
          if (wal2json_plugin_options_type_js_1.StringOptionKeys.includes(key))
            options.push(`"${dashCase(key)}" '${value}'`);
          else
            options.push(`"${dashCase(key)}" '${value ? "on" : "off"}'`);
        });
        let sql = `START_REPLICATION SLOT "${slotName}" LOGICAL ${lastLsn}`;
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
      async start(client, slotName, lastLsn) {
        const options = [];
        let sql = `START_REPLICATION SLOT "${slotName}" LOGICAL ${lastLsn}`;
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
var require_dist = __commonJS({
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

// src/workflow/step-report.ts
import { resolve } from "node:path";

// src/commands/write-report.ts
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
async function writeReport(path, text) {
  const unfinished = `${path}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => void 0);
    throw new IngestError("usage-invalid", `The report cannot be written to ${path}.`, {
      solution: "Check the path and its permissions. What was ingested is not affected.",
      cause
    });
  }
}

// src/report/redact-json.ts
function redactJson(json, redactor) {
  const redacted = (_, value) => typeof value === "string" ? redactor.redact(value) : value;
  return `${JSON.stringify(JSON.parse(json), redacted, 2)}
`;
}

// src/workflow/step-report.ts
async function storeReport({ inputs, workingDirectory, log }, report) {
  const path = resolve(workingDirectory, inputs.report);
  const json = typeof report === "string" ? report : JSON.stringify(report);
  await writeReport(path, redactJson(json, log.redactor));
  return path;
}

// src/source/postgres-source.ts
import { randomBytes } from "node:crypto";

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
  const text = buildRowsQuery(request);
  const parameters = request.keyColumns.map((_, column) => keys.map((key) => key[column] ?? null));
  const { rows } = await client.query({
    text,
    values: parameters,
    rowMode: "array",
    types: TEXT_AS_SENT
  });
  const found = new Map(rows.map((row) => [Number(row[0]), row.slice(1)]));
  return keys.map((_, index) => found.get(index + 1));
}
var TEXT_AS_SENT = { getTypeParser: () => (text) => text };
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
var import_pg_logical_replication = __toESM(require_dist(), 1);
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
      const woken = new Promise((resolve2) => {
        this.#wake = resolve2;
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
  finish = (error) => {
    this.#sealRegion();
    this.#finished = true;
    if (error !== void 0) this.#error ??= error;
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
  #fail = (error) => this.finish(error);
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
      (error) => this.#receiver.finish(error)
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
    const started = new Promise((resolve2) => connection.once("replicationStart", () => resolve2()));
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
    } catch (error) {
      await stream[Symbol.asyncDispose]();
      if (foreignErrorCode(error) === OBJECT_IN_USE)
        throw new SlotActiveSignal("the slot is active", { cause: error });
      throw translateSourceError(error, settings, `starting replication from slot "${settings.slotName}"`);
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
    } catch (error) {
      throw translateSourceError(error, this.#settings, `reading slot "${this.#settings.slotName}"`);
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
  } catch (error) {
    await exporter.end().catch(() => void 0);
    throw error;
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
  } catch (error) {
    throw translateCreationError(error, settings, slot.name);
  } finally {
    clearTimeout(timer);
    slot.abandon.removeEventListener("abort", cancel);
  }
}
function translateCreationError(error, settings, slotName) {
  switch (foreignErrorCode(error)) {
    case QUERY_CANCELED:
      return new IngestError(
        "slot-creation-blocked",
        `Slot "${slotName}" could not be made: transactions that were open before it did not end within ${SLOT_CREATION_TIMEOUT_MS / 1e3} s.`,
        {
          solution: "End them or wait, in every database of the cluster:\nSELECT pid, datname, xact_start, state FROM pg_stat_activity WHERE backend_xid IS NOT NULL ORDER BY xact_start;",
          cause: error
        }
      );
    case CONFIGURATION_LIMIT_EXCEEDED:
      return new IngestError("slots-exhausted", "PostgreSQL has no free replication slot.", {
        solution: "ALTER SYSTEM SET max_replication_slots = 20; -- and restart, or drop a slot nobody uses",
        cause: error
      });
    default:
      return translateSourceError(error, settings, `making slot "${slotName}"`);
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
        (error) => receiver.finish(error)
      );
      for (; ; ) {
        const batch = await receiver.pull();
        if (batch === void 0) return;
        yield batch;
      }
    } catch (error) {
      throw translateSourceError(error, this.#settings, doing);
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
  const { range, rowFilter } = request;
  const conditions = [
    ...rowFilter === void 0 ? [] : [`(${rowFilter})`],
    ...range === void 0 ? [] : rangeConditions(range)
  ];
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  const order = range === void 0 ? "" : ` ORDER BY ${range.keyColumns.map(orderedColumn).join(", ")}`;
  return `COPY (SELECT ${columns} FROM ${from}${where}${order}) TO STDOUT`;
}
function rangeConditions({ keyColumns, after, from, to }) {
  const [first] = keyColumns;
  if (first === void 0) return [];
  const keys = keyColumns.map(orderedColumn).join(", ");
  return [
    ...after === void 0 ? [] : [`(${keys}) > (${after.map(quoteSourceLiteral).join(", ")})`],
    ...from === void 0 ? [] : [`${orderedColumn(first)} >= ${quoteSourceLiteral(from)}`],
    ...to === void 0 ? [] : [`${orderedColumn(first)} <= ${quoteSourceLiteral(to)}`]
  ];
}
function orderedColumn({ name, isText }) {
  return `${quoteSourceIdentifier(name)}${isText ? ' COLLATE "C"' : ""}`;
}

// src/source/postgres-source.ts
var LOCK_NOT_AVAILABLE = "55P03";
var LOOK_LOCK_TIMEOUT_MS = 1e3;
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
    const { slotName, publicationName } = this.#settings;
    return this.#asking(
      "reading its catalog",
      (client) => readFacts(client, { slotName, publicationName, schemas: this.#schemas })
    );
  }
  readTables(oids) {
    return this.#asking(
      "reading its catalog",
      (client) => readPublishedTables(client, this.#settings.publicationName, oids)
    );
  }
  lookAtTable(oid) {
    return this.#asking("reading its catalog", async (client) => {
      await client.query(`SET lock_timeout = '${LOOK_LOCK_TIMEOUT_MS}ms'`);
      try {
        const [table] = await readPublishedTables(client, this.#settings.publicationName, [oid]);
        return table;
      } catch (error) {
        if (foreignErrorCode(error) === LOCK_NOT_AVAILABLE) return "locked";
        throw error;
      } finally {
        await client.query("SET lock_timeout = 0");
      }
    });
  }
  readInsertLsn() {
    return this.#asking("reading how far its log is", (client) => readInsertLsn(client));
  }
  readSlot() {
    return this.#asking("reading its slot", (client) => readSlot(client, this.#settings.slotName));
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
      } catch (error) {
        throw translateSourceError(error, this.#settings, doing);
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
      const { embeddedWarehouse } = await import("./part-CFCXHUG5.mjs").catch(
        explainMissingPackage
      );
      return embeddedWarehouse(target);
    }
    case "unity_catalog": {
      const { openDatabricks } = await import("./part-U6KHPHFT.mjs");
      return openDatabricks(pipeline, target, environment);
    }
    default:
      return target;
  }
}
function explainMissingPackage(error) {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  throw new IngestError(
    "target-unsupported",
    "The embedded lakehouse needs the package @duckdb/node-api, which is not installed here: it holds native code and cannot be part of the packaged GitHub Action.",
    {
      solution: 'In a workflow, check out Tributary, run "npm ci" in it, and use its command line in a step: npx tributary run --config …',
      cause: error
    }
  );
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

// src/ingest/lag.ts
function retainedBytes(facts) {
  const confirmed = facts.slot?.confirmedFlushLsn;
  return confirmed === void 0 ? null : lsnDistance(confirmed, facts.flushLsn);
}
function ageSeconds(committedAt, nowMs) {
  return committedAt === void 0 ? 0 : Math.max(0, (nowMs - Number(committedAt / 1000n)) / 1e3);
}

export {
  judgeCheckpoint,
  retainedBytes,
  ageSeconds,
  POSTGRES_EPOCH_US,
  XLOG_DATA,
  XLOG_DATA_HEADER_BYTES,
  KEEPALIVE,
  decodeKeepalive,
  SlotActiveSignal,
  openPostgresSource,
  warehouseOf,
  storeReport
};
