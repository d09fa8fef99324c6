import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished, vi } from "vitest";
import { usualPatience } from "../src/http/patience.js";
import { listen } from "./kit/socket.js";
import { openWorld, type World } from "./kit/world.js";

const DOCUMENT = JSON.stringify({ query: "{ __typename }" });

/** A request in the server's hands, of whose body nothing has come yet. */
async function begun(world: World, length: number): Promise<Socket> {
  const { port } = new URL(await listen(world));
  const came = once(world.server.http.server, "request");
  const socket = connect(Number(port), "127.0.0.1");
  // Who writes to a connection that was cut off is told so.
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  const head = ["POST /graphql HTTP/1.1", "host: shop", "content-type: application/json", `content-length: ${length}`];
  socket.write(`${[...head, "connection: close"].join("\r\n")}\r\n\r\n`);
  await came;
  return socket;
}

it("cuts off a body that trickles in", async () => {
  const world = await openWorld({ patience: { ...usualPatience, requestMs: 400 } });
  onTestFinished(() => world.close());
  const socket = await begun(world, 100_000);
  const trickle = setInterval(() => socket.write(" "), 20);
  onTestFinished(() => clearInterval(trickle));
  await once(socket.resume(), "close");
});

it("stops although a request never ends, and cuts that one off", async () => {
  const world = await openWorld({ patience: { ...usualPatience, lastRequestsMs: 100 } });
  const socket = await begun(world, 100_000);
  const cut = once(socket.resume(), "close");
  await world.close();
  await cut;
});

it("answers the request in hand before it stops", async () => {
  const world = await openWorld();
  const socket = await begun(world, DOCUMENT.length);
  const answer = text(socket);
  const stopped = world.close();
  await vi.waitUntil(() => !world.server.http.server.listening, { timeout: 20_000 });
  socket.write(DOCUMENT);
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  await stopped;
});
