import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "./kit/actor.js";
import { openWorld, type World } from "./kit/world.js";

const REQUEST = "mutation($input: RequestSignUpInput!) { requestSignUp(input: $input) { userErrors { code field } } }";
const COMPLETE =
  "mutation($input: CompleteSignUpInput!) { completeSignUp(input: $input) { me { login displayName app } userErrors { code field } } }";
const SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { me { login } userErrors { code } } }";

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: true });
});
afterAll(() => world.close());

async function signUp(actor: Actor, login: string, password = "bamboo-lantern"): Promise<void> {
  await actor.do(REQUEST, { login });
  const letter = world.server.platform.post.mailbox.find((sent) => sent.to === login);
  const code = /\d{6}/.exec(letter?.text ?? "")?.[0];
  await actor.do(COMPLETE, { login, code, password, displayName: "林晓", phone: "13800000001" });
}

describe("signing up and in", () => {
  it("makes a customer once the code proves the address, and signs them in", async () => {
    const customer = world.stranger();
    await signUp(customer, "lin@example.com");
    const { me } = await customer.ask("{ me { login displayName app } }");
    expect(me).toEqual({ login: "lin@example.com", displayName: "林晓", app: "SHOP" });
  });

  it("answers alike for a known address, and refuses its code", async () => {
    const stranger = world.stranger();
    await stranger.do(REQUEST, { login: "lin@example.com" });
    const input = {
      login: "lin@example.com",
      code: "000000",
      password: "bamboo-lantern",
      displayName: "X",
      phone: "13800000002",
    };
    expect(await stranger.refusal(COMPLETE, input)).toBe("CODE_INVALID");
  });

  it("refuses a wrong password and an unknown login with the same code", async () => {
    const stranger = world.stranger();
    expect(await stranger.refusal(SIGN_IN, { login: "lin@example.com", password: "wrong-password" })).toBe(
      "SIGN_IN_FAILED",
    );
    expect(await stranger.refusal(SIGN_IN, { login: "nobody@example.com", password: "wrong-password" })).toBe(
      "SIGN_IN_FAILED",
    );
  });

  it("counts wrong passwords and refuses more for a while", async () => {
    const stranger = world.stranger();
    const codes: string[] = [];
    for (let i = 0; i < 9; i += 1)
      codes.push(await stranger.refusal(SIGN_IN, { login: "target@example.com", password: "wrong-password" }));
    expect(codes.at(-1)).toBe("RATE_LIMITED");
  });

  it("ends a session elsewhere, which is signed out from then on", async () => {
    const here = await world.stranger().signIn("lin@example.com", "bamboo-lantern");
    const there = await world.stranger().signIn("lin@example.com", "bamboo-lantern");
    const { mySessions } = await there.ask("{ mySessions { id current } }");
    const mine = (mySessions as unknown as { id: string; current: boolean }[]).find((session) => session.current);
    await here.do("mutation($input: EndSessionInput!) { endSession(input: $input) { userErrors { code } } }", {
      sessionId: mine?.id,
    });
    expect((await there.ask("{ me { login } }"))["me"]).toBeNull();
  });

  it("reads only the cookie of the app that asks", async () => {
    const customer = await world.stranger().signIn("lin@example.com", "bamboo-lantern");
    const reply = await world.server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "x-kaidan-app": "admin", cookie: customer.cookie },
      payload: { query: "{ me { login } }" },
    });
    expect(reply.json()).toEqual({ data: { me: null } });
  });
});
