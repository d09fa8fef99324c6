import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Actor, type Data } from "./kit/actor.js";
import { aCustomer, aMember, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const INVITE =
  "mutation($input: InviteColleagueInput!) { inviteColleague(input: $input) { member { id login displayName role active hasPassword version } link userErrors { code field } } }";
const REMOVE =
  "mutation($input: RemoveColleagueInput!) { removeColleague(input: $input) { member { active } userErrors { code field } } }";
const SET_PASSWORD =
  "mutation($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) { me { role } userErrors { code } } }";
const SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";
const TEAM = "{ me { role supplier { name members { id login role hasPassword version } } } }";

interface Member {
  readonly id: string;
  readonly login: string;
  readonly role: string;
  readonly version: number;
}

let world: World;
let supplier: MadeSupplier;

beforeAll(async () => {
  world = await openWorld({ demo: true });
  supplier = await aSupplier(world, { name: "匠心装饰" });
});
afterAll(() => world.close());

async function teamOf(actor: Actor): Promise<Member[]> {
  const { me } = (await actor.ask(TEAM)) as unknown as { me: { supplier: { members: Member[] } } };
  return me.supplier.members;
}

const memberBy = async (owner: Actor, id: string): Promise<Member> => {
  const member = (await teamOf(owner)).find((candidate) => candidate.id === id);
  if (!member) throw new Error("no such member");
  return member;
};

describe("an owner", () => {
  it("brings a colleague in, who sets a password by the link and then sees the same supplier", async () => {
    const input = { login: "Wang@Example.com", displayName: "王师傅", role: "WORKER" };
    const invited = await supplier.owner.do(INVITE, input);
    expect(invited["member"]).toMatchObject({
      login: "wang@example.com",
      role: "WORKER",
      active: true,
      hasPassword: false,
    });
    const letter = world.server.platform.post.mailbox().find((sent) => sent.to === "wang@example.com");
    expect(letter?.text).toContain(invited["link"]);
    const worker = new Actor(world.server, "supplier");
    const token = String(invited["link"]).split("#")[1];
    expect((await worker.do(SET_PASSWORD, { token, password: "bamboo-lantern" }))["me"]).toEqual({ role: "WORKER" });
    const { me } = await worker.ask(TEAM);
    expect(me).toMatchObject({ role: "WORKER", supplier: { name: "匠心装饰" } });
    expect(await memberBy(supplier.owner, (invited["member"] as Data)["id"] as string)).toMatchObject({
      hasPassword: true,
    });
  });

  it("is refused a login that another supplier, or a present colleague, has", async () => {
    const other = await aSupplier(world);
    const [theirs] = await teamOf(other.owner);
    const input = { login: theirs?.login, displayName: "某人", role: "WORKER" };
    expect(await supplier.owner.refusal(INVITE, input)).toBe("LOGIN_TAKEN");
    const [mine] = await teamOf(supplier.owner);
    expect(await supplier.owner.refusal(INVITE, { ...input, login: mine?.login })).toBe("LOGIN_TAKEN");
    expect(await supplier.owner.refusal(INVITE, { ...input, login: "no address" })).toBe("VALIDATION");
  });

  it("shuts a colleague out: sessions end at once and the password opens nothing", async () => {
    const invited = await supplier.owner.do(INVITE, {
      login: "li@example.com",
      displayName: "李师傅",
      role: "DISPATCHER",
    });
    const colleague = new Actor(world.server, "supplier");
    await colleague.do(SET_PASSWORD, { token: String(invited["link"]).split("#")[1], password: "bamboo-lantern" });
    const { id, version } = await memberBy(supplier.owner, (invited["member"] as Data)["id"] as string);
    expect((await supplier.owner.do(REMOVE, { memberId: id, version }))["member"]).toEqual({ active: false });
    expect((await colleague.ask("{ me { login } }"))["me"]).toBeNull();
    const again = world.stranger("supplier");
    expect(await again.refusal(SIGN_IN, { login: "li@example.com", password: "bamboo-lantern" })).toBe(
      "SIGN_IN_FAILED",
    );
    expect((await teamOf(supplier.owner)).map((member) => member.login)).not.toContain("li@example.com");
    expect(await supplier.owner.refusal(REMOVE, { memberId: id, version: version + 1 })).toBe("NOT_FOUND");
  });

  it("takes back somebody who was shut out, with the same account and another role", async () => {
    const invited = await supplier.owner.do(INVITE, {
      login: "liu@example.com",
      displayName: "刘师傅",
      role: "WORKER",
    });
    const { id, version } = await memberBy(supplier.owner, (invited["member"] as Data)["id"] as string);
    await supplier.owner.do(REMOVE, { memberId: id, version });
    const back = await supplier.owner.do(INVITE, { login: "liu@example.com", displayName: "刘师傅", role: "FINANCE" });
    expect(back["member"]).toMatchObject({ id, role: "FINANCE", active: true });
    const former = new Actor(world.server, "supplier");
    const token = String(invited["link"]).split("#")[1];
    expect(await former.refusal(SET_PASSWORD, { token, password: "bamboo-lantern" })).toBe("LINK_INVALID");
  });

  it("can't remove the last owner, even themselves", async () => {
    const alone = await aSupplier(world);
    const [owner] = await teamOf(alone.owner);
    expect(await alone.owner.refusal(REMOVE, { memberId: owner?.id, version: owner?.version })).toBe("LAST_OWNER");
  });

  it("may leave when another owner stays", async () => {
    const pair = await aSupplier(world);
    const stays = await aMember(world, pair.supplierId, "OWNER");
    const me = (await teamOf(pair.owner)).find((member) => member.id !== stays.memberId);
    await pair.owner.do(REMOVE, { memberId: me?.id, version: me?.version });
    expect((await pair.owner.ask("{ me { login } }"))["me"]).toBeNull();
  });

  it("of two who remove each other at once, one stays", async () => {
    const pair = await aSupplier(world);
    const second = await aMember(world, pair.supplierId, "OWNER");
    const team = await teamOf(pair.owner);
    const other = team.find((member) => member.id === second.memberId);
    const first = team.find((member) => member.id !== second.memberId);
    const remove = (actor: Actor, member: Member | undefined) =>
      actor.send(REMOVE, { input: { memberId: member?.id, version: member?.version } });
    await Promise.all([remove(pair.owner, other), remove(second.actor, first)]);
    const sql = world.server.platform.database.read;
    const owners = await sql.query(
      "SELECT id FROM supplier_members WHERE supplierId = ? AND role = 'OWNER' AND active = 1",
      [pair.supplierId],
    );
    expect(owners).toHaveLength(1);
  });

  it("is refused a member that moved, and does not find another supplier's", async () => {
    const { memberId } = await aMember(world, supplier.supplierId, "WORKER");
    expect(await supplier.owner.refusal(REMOVE, { memberId, version: 9 })).toBe("STALE_VERSION");
    const other = await aSupplier(world);
    expect(await other.owner.refusal(REMOVE, { memberId, version: 1 })).toBe("NOT_FOUND");
    expect(await other.owner.refusal(REMOVE, { memberId: "x".repeat(22), version: 1 })).toBe("NOT_FOUND");
  });
});

it("shows the team to owners and dispatchers", async () => {
  const { actor: dispatcher } = await aMember(world, supplier.supplierId, "DISPATCHER");
  expect(await teamOf(dispatcher)).toEqual(await teamOf(supplier.owner));
  for (const role of ["WORKER", "FINANCE"] as const) {
    expect(await teamOf((await aMember(world, supplier.supplierId, role)).actor)).toEqual([]);
  }
});

describe("nobody else invites or removes", () => {
  it.each(["DISPATCHER", "WORKER", "FINANCE"] as const)("a %s may not", async (role) => {
    const { actor, memberId } = await aMember(world, supplier.supplierId, role);
    const input = { login: "new@example.com", displayName: "新人", role: "OWNER" };
    expect(await actor.error(INVITE, { input })).toBe("FORBIDDEN");
    expect(await actor.error(REMOVE, { input: { memberId, version: 1 } })).toBe("FORBIDDEN");
  });

  it("nor do customers, staff or strangers; and they have no supplier of their own", async () => {
    const input = { login: "new@example.com", displayName: "新人", role: "OWNER" };
    const [customer, staff] = [await aCustomer(world), await aStaff(world)];
    for (const who of [customer, staff]) {
      expect(await who.error(INVITE, { input })).toBe("FORBIDDEN");
      expect((await who.ask(TEAM))["me"]).toEqual({ role: null, supplier: null });
    }
    expect(await world.stranger("supplier").error(INVITE, { input })).toBe("UNAUTHENTICATED");
  });
});
