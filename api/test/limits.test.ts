import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuMs } from "./kit/cpu.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const signIn = (alias: string) => `${alias}: signIn(input: { login: "a@b.cn", password: "x" }) { userErrors { code } }`;
const nested = (depth: number): string => (depth === 0 ? "id" : `nodes { ${nested(depth - 1)} }`);
const bomb = () => {
  const fragments = Array.from({ length: 18 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
  return `query { ...f0 } ${fragments.join(" ")} fragment f18 on Query { me { id } }`;
};

const attacks: readonly (readonly [string, string])[] = [
  ["500 sign-ins in one document", `mutation { ${Array.from({ length: 500 }, (_, n) => signIn(`a${n}`)).join(" ")} }`],
  ["two sign-ins in one document", `mutation { ${signIn("a")} ${signIn("b")} }`],
  ["two mutations through a fragment", `mutation { ...x ${signIn("b")} } fragment x on Mutation { ${signIn("a")} }`],
  ["300 aliases of __typename", `{ ${Array.from({ length: 300 }, (_, n) => `a${n}: __typename`).join(" ")} }`],
  ["a document 60 levels deep", `{ deadLetters { ${nested(60)} } }`],
  ["a fragment bomb", bomb()],
  ["forty kilobytes of comments", `#${"x".repeat(40_000)}\n{ me { id } }`],
  ["a circle of fragments", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"],
  ["5,000 directives", `{ me { id ${"@include(if: true) ".repeat(5_000)} } }`],
  ["3,000 inline fragments", `{ ${"... on Query { me { id } } ".repeat(500)} }`],
  ["introspection", "{ __schema { types { name } } }"],
  ["a type by name", '{ __type(name: "Query") { name } }'],
];

describe("documents that cost too much", () => {
  it.each(attacks)("refuses %s, quickly", async (_title, query) => {
    const spent = await cpuMs(async () => {
      const reply = await world.server.http.inject({ method: "POST", url: "/graphql", payload: { query } });
      expect(reply.statusCode).toBe(400);
      expect(reply.json().errors.length).toBeGreaterThan(0);
      expect(reply.body).not.toMatch(/Did you mean/);
    });
    expect(spent).toBeLessThan(2_000);
  });

  it("refuses batches", async () => {
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/graphql",
      payload: [{ query: "{ me { id } }" }],
    });
    expect(reply.statusCode).toBe(400);
  });

  it("names no field that a typing error might have meant", async () => {
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "{ mee { id } }" },
    });
    expect(reply.body).not.toMatch(/Did you mean/);
  });
});

describe("requests from other sites", () => {
  it.each([
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "query={me{id}}"],
    ["plain text", { "content-type": "text/plain" }, '{"query":"{me{id}}"}'],
    ["multipart", { "content-type": "multipart/form-data; boundary=x" }, "--x--"],
  ])("refuses %s", async (_title, headers, payload) => {
    const reply = await world.server.http.inject({ method: "POST", url: "/graphql", headers, payload });
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
  });

  it("answers no GET and allows no foreign origin", async () => {
    const get = await world.server.http.inject({ method: "GET", url: "/graphql?query={me{id}}" });
    expect(get.statusCode).toBe(404);
    const cross = await world.server.http.inject({
      method: "OPTIONS",
      url: "/graphql",
      headers: { origin: "https://evil.example" },
    });
    expect(cross.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("inputs of the wrong kind", () => {
  it.each([
    ["an object for a text", { login: {}, password: "x" }],
    ["a list for a text", { login: ["a@b.cn"], password: "x" }],
    ["an extra field", { login: "a@b.cn", password: "x", role: "ADMIN" }],
    ["a missing field", { login: "a@b.cn" }],
    ["null", { login: null, password: "x" }],
  ])("refuses %s before anything runs", async (_title, input) => {
    const query = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query, variables: { input } },
    });
    expect(reply.json().errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("our own faults", () => {
  it("tell a stranger the request's id and nothing else", async () => {
    const { database } = world.server.platform;
    const read = database.read.query.bind(database.read);
    database.read.query = () => Promise.reject(new Error("secret table is broken"));
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: '{ oneTimeLink(token: "x") { login } }' },
    });
    database.read.query = read;
    expect(reply.body).not.toContain("secret");
    expect(reply.json().errors[0].extensions).toEqual({ code: "INTERNAL", requestId: reply.headers["x-request-id"] });
  });
});
