import { performance } from "node:perf_hooks";
import { WebSocket } from "ws";
import { changed } from "./queries.mjs";

/**
 * Opens `total` subscriptions to people's own orders over graphql-ws, at most 20 a socket and 10 sockets a person, and
 * resolves with a way to wait for the events of one order.
 */
export async function subscribe({ port, people, total, watched }) {
  const heard = new Map();
  const sockets = [];
  let left = total;
  for (const { cookie, orderIds } of people) {
    for (let n = 0; n < 10 && left > 0; n += 1) {
      const ids = Array.from({ length: Math.min(20, left) }, (_, index) => orderIds[index % orderIds.length]);
      left -= ids.length;
      sockets.push(await open(port, cookie, ids, (id) => heard.get(id)?.()));
    }
  }
  if (left > 0) throw new Error(`${left} subscriptions could not be placed.`);
  return {
    sockets: sockets.length,
    /** How many subscriptions watch the order whose events are measured. */
    watching: sockets.flatMap((socket) => socket.ids).filter((id) => id === watched).length,
    onEvent: (id, hear) => heard.set(id, hear),
    close: () => sockets.forEach((socket) => socket.close()),
  };
}

function open(port, cookie, ids, hear) {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", {
      headers: { origin: `http://127.0.0.1:${port}`, cookie },
    });
    socket.on("error", fail);
    socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init", payload: { app: "shop" } })));
    socket.on("message", (raw) => {
      const message = JSON.parse(String(raw));
      if (message.type === "connection_ack") {
        ids.forEach((id, n) =>
          socket.send(
            JSON.stringify({ id: String(n), type: "subscribe", payload: { query: changed, variables: { id } } }),
          ),
        );
        done(Object.assign(socket, { ids }));
      } else if (message.type === "next") hear(ids[Number(message.id)]);
      else if (message.type === "error") fail(new Error(String(raw)));
      else if (message.type === "ping") socket.send(JSON.stringify({ type: "pong" }));
    });
    socket.on("close", (code) => fail(new Error(`closed with ${code}`)));
  });
}

/** The floor's sockets: connected, told nothing but what is published. */
export async function subscribeFloor({ port, total, watching, topic }) {
  let hear = () => undefined;
  const sockets = await Promise.all(
    Array.from({ length: total }, (_, n) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/?id=${n < watching ? topic : `other-${n}`}`);
      socket.on("message", () => hear());
      return new Promise((done, fail) => socket.on("open", () => done(socket)).on("error", fail));
    }),
  );
  return { onEvent: (callback) => (hear = callback), close: () => sockets.forEach((socket) => socket.close()) };
}

/** Runs `act` `times` times; each time measures from its beginning to each of the `watching` events. */
export async function latencies({ times, watching, onEvent, act }) {
  const all = [];
  for (let n = 0; n < times; n += 1) {
    let missing = watching;
    let from = 0;
    const arrived = new Promise((done) =>
      onEvent(() => {
        all.push(performance.now() - from);
        missing -= 1;
        if (missing === 0) done();
      }),
    );
    await act(() => (from = performance.now()));
    await Promise.race([
      arrived,
      new Promise((_, fail) => setTimeout(() => fail(new Error(`${missing} events are missing.`)), 5_000).unref()),
    ]);
  }
  return all;
}
