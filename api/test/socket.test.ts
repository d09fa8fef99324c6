import fastifyWebsocket from "@fastify/websocket";
import Fastify, { type FastifyInstance } from "fastify";
import { buildSchema } from "graphql";
import { afterEach, beforeEach, expect, it } from "vitest";
import WebSocket from "ws";
import type { Context } from "../src/platform/context.js";
import type { Log } from "../src/platform/log.js";
import { registerSocket, type SocketDoor } from "../src/platform/socket.js";
import type { Viewer } from "../src/platform/viewer.js";

const VIEWER: Viewer = { kind: "customer", accountId: "a", sessionId: "s", ip: "127.0.0.1" };

let http: FastifyInstance;
let close: () => void;
let origin: string;
/** Lets the door answer whoever waits there. */
let answers: (() => void)[];
let waiting: () => Promise<void>;

beforeEach(async () => {
  answers = [];
  let came: () => void = () => undefined;
  waiting = () =>
    new Promise((done) => {
      came = done;
    });
  const door: SocketDoor = {
    schema: buildSchema("type Query { me: String } type Subscription { moved: String }"),
    log: { warn: () => undefined } as unknown as Log,
    mayConnect: () => true,
    viewerOf: () =>
      new Promise((answer) => {
        answers.push(() => answer(VIEWER));
        came();
      }),
    contextOf: () => ({}) as Context,
    livingSessions: async (ids) => new Set(ids),
  };
  http = Fastify();
  await http.register(fastifyWebsocket);
  await http.register(async (scope) => {
    close = registerSocket(scope, "/graphql", door);
  });
  origin = await http.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  close();
  await http.close();
});

/** Opens a socket and says hello; resolves when the door looks who is there. */
async function knock(): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const atTheDoor = waiting();
  socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
  await atTheDoor;
  return socket;
}

/** Lets the door answer the last who knocked; resolves with the type of what they hear, or the code they are closed with. */
function answered(socket: WebSocket): Promise<string | number> {
  const heard = new Promise<string | number>((done) => {
    socket.on("message", (data: Buffer) => done((JSON.parse(data.toString("utf8")) as { type: string }).type));
    socket.on("close", done);
  });
  answers.at(-1)?.();
  return heard;
}

it("keeps no place for sockets that close while it is looked who is there", async () => {
  for (let i = 0; i < 12; i += 1) {
    const socket = await knock();
    socket.terminate();
    await expect.poll(() => http.websocketServer.clients.size).toBe(0);
    answers.at(-1)?.();
  }
  expect(await answered(await knock())).toBe("connection_ack");
});

it("refuses a viewer's eleventh socket, and takes another once one closed", async () => {
  const first = await knock();
  expect(await answered(first)).toBe("connection_ack");
  for (let i = 1; i < 10; i += 1) expect(await answered(await knock())).toBe("connection_ack");
  expect(await answered(await knock())).toBe(4429);
  first.terminate();
  await expect.poll(() => http.websocketServer.clients.size).toBe(9);
  expect(await answered(await knock())).toBe("connection_ack");
});
