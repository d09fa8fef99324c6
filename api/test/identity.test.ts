import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountByLogin } from "../src/identity/identity.store.js";
import { signIn } from "../src/identity/sign-in.flow.js";
import { found } from "../src/kernel/refusal.js";
import type { Platform } from "../src/platform/platform.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
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
  const letter = world.server.platform.post.mailbox().find((sent) => sent.to === login);
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

  it("opens no session by a password that was changed, or for an account that was shut, while it was judged", async () => {
    const { platform } = world.server;
    const login = "quick@example.com";
    await signUp(world.stranger(), login);
    const device = { userAgent: null, ip: null };
    const input = { audience: "CUSTOMER", login, password: "bamboo-lantern", device } as const;
    const viewer = { kind: "anonymous", ip: "127.0.0.1" } as const;
    /** Signs in; between the judgement and the session somebody else has their turn. */
    const signInWhile = async (meanwhile: (id: string) => Promise<unknown>) => {
      const id = found(await accountByLogin(platform.database.read, "CUSTOMER", login)).id;
      const limits = { take: platform.limits.take.bind(platform.limits), forget: () => meanwhile(id) };
      return signIn({ ...platform, limits: limits as unknown as Platform["limits"] }, viewer, input);
    };
    const set = (what: string, id: string) =>
      platform.work.run(SYSTEM, (tx) => tx.run(`UPDATE accounts SET ${what} WHERE id = ?`, [id]));
    const refused = { code: "SIGN_IN_FAILED" };
    await expect(signInWhile((id) => set("active = 0", id))).rejects.toMatchObject(refused);
    await set("active = 1", found(await accountByLogin(platform.database.read, "CUSTOMER", login)).id);
    await expect(signInWhile(async () => undefined)).resolves.toHaveProperty("token");
    await expect(signInWhile((id) => set("passwordHash = 'another'", id))).rejects.toMatchObject(refused);
  });

  it("asks the database once whether a login is taken", async () => {
    const staff = await aStaff(world, ["staff.manage"]);
    const INVITE = "mutation($input: InviteStaffInput!) { inviteStaff(input: $input) { userErrors { code field } } }";
    const input = { login: "taken@example.com", displayName: "周宁", roleIds: [] };
    await staff.do(INVITE, input);
    const seen = await world.statements(async () => expect(await staff.refusal(INVITE, input)).toBe("LOGIN_TAKEN"));
    expect(seen.filter((text) => text.startsWith("INSERT INTO accounts"))).toHaveLength(1);
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
