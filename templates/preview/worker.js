/* Hears of changes for all open pages of the preview and asks for them. A page itself may not: its content security
   policy lets it connect to nothing, and preview leaves pages as they are. */
(function () {
  "use strict";
  var ports = [];
  var source = null;

  function tell(message) { ports.forEach(function (port) { port.postMessage(message); }); }

  function listen() {
    if (source) return;
    source = new EventSource("/.exemplar/events");
    source.onmessage = function (event) { tell({ generation: Number(event.data) }); };
    source.onerror = function () {
      tell({ lost: true });
      if (source.readyState !== EventSource.CLOSED) return;
      source = null;
      setTimeout(listen, 1000);
    };
  }

  function serve(port) {
    ports.push(port);
    port.onmessage = function (event) {
      if (event.data.leave) { ports = ports.filter(function (other) { return other !== port; }); return; }
      fetch(event.data.ask, { cache: "no-store" }).then(function (response) { return response.json(); })
        .then(function (answer) { port.postMessage({ answer: answer }); }, function () {});
    };
    listen();
  }

  if (typeof SharedWorkerGlobalScope === "undefined") serve(self);
  else self.onconnect = function (event) { serve(event.ports[0]); };
}());
