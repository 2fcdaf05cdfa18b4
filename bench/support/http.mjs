import http from "node:http";

/** Sends requests over a fixed number of connections that are kept open. */
export function connections(origin, count) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: count, scheduling: "fifo" });
  return {
    close: () => agent.destroy(),
    request: (path, { method = "GET", headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const request = http.request(`${origin}${path}`, { agent, method, headers: { accept: "text/html", ...headers, ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) } }, (response) => {
          let bytes = 0;
          const chunks = [];
          response.on("data", (chunk) => ((bytes += chunk.length), chunks.push(chunk)));
          response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, bytes, text: () => Buffer.concat(chunks).toString() }));
          response.on("error", reject);
        });
        request.on("error", reject);
        request.setTimeout(30_000, () => request.destroy(new Error(`${path} did not answer in 30 s.`)));
        request.end(body);
      }),
  };
}
