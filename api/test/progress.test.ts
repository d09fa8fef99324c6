import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportsOf } from "../src/fulfilment/report.store.js";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { aMember, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import {
  APPROVE_PROGRESS,
  APPROVE_WORK,
  aPhoto,
  approveReport,
  aTicket,
  DELIVER_WORK,
  deliver,
  type MadeTicket,
  POST_PROGRESS,
  post,
  REJECT_PROGRESS,
  RETURN_WORK,
  START_WORK,
  start,
  ticketNow,
} from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const ORDER = `query($id: ID!) { order(id: $id) { pendingReportCount delivery { percent }
  timeline { kind subject detail photos { url } }
  tickets { percent pendingReportCount milestones { code done } reports { state text milestone photos { url } } } } }`;
const SUPPLIER_TICKET = `query($id: ID!) { supplierTicket(id: $id) { state percent reworkCount reworkReason
  milestones { code done } reports { state reason milestoneCode text } availableActions } }`;
const QUEUE = `query($first: Int, $after: String) { reportsToReview(first: $first, after: $after) {
  nodes { id text ticket { id no } supplier { id } availableActions } pageInfo { hasNextPage endCursor } } }`;
const WORK = "{ mySupplierWork { rejectedReports } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

const order = async (made: MadeTicket): Promise<Data> =>
  (await made.customer.ask(ORDER, { id: made.order.orderId }))["order"] as Data;
const seenBySupplier = async (made: MadeTicket): Promise<Data> =>
  (await made.supplier.owner.ask(SUPPLIER_TICKET, { id: made.ticketId }))["supplierTicket"] as Data;
const note = (made: MadeTicket, change: Record<string, unknown> = {}) => ({
  ticketId: made.ticketId,
  milestoneCode: null,
  text: "材料已到",
  photoFileIds: [],
  idempotencyKey: newId(),
  ...change,
});

describe("starting", () => {
  it("is the assigned supplier's, whoever of it works", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { version } = await ticketNow(world, made);
    const input = { ticketId: made.ticketId, version };
    expect(await (await aSupplier(world)).owner.refusal(START_WORK, input)).toBe("NOT_FOUND");
    const books = await aMember(world, made.supplier.supplierId, "FINANCE");
    expect(await books.actor.error(START_WORK, { input })).toBe("FORBIDDEN");
    expect(await made.customer.error(START_WORK, { input })).toBe("FORBIDDEN");
    expect(await made.supplier.owner.refusal(START_WORK, { ...input, version: 99 })).toBe("STALE_VERSION");
    const worker = await aMember(world, made.supplier.supplierId, "WORKER");
    const { ticket } = await worker.actor.do(START_WORK, input);
    expect(ticket).toMatchObject({ state: "IN_PROGRESS", availableActions: ["POST_PROGRESS", "DELIVER"] });
    const again = { ticketId: made.ticketId, version: version + 1 };
    expect(await worker.actor.refusal(START_WORK, again)).toBe("INVALID_STATE");
  });
});

describe("posting progress", () => {
  it("is hidden from the customer until staff approve it, who see only that something waits", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN", "水管已铺");
    const before = await order(made);
    expect(before).toMatchObject({ pendingReportCount: 1, delivery: { percent: 0 } });
    expect(before["tickets"]?.[0]).toMatchObject({ pendingReportCount: 1, percent: 0, reports: [] });
    expect(JSON.stringify(before)).not.toContain("水管已铺");
    await approveReport(made, reportId);
    const after = await order(made);
    expect(after).toMatchObject({ pendingReportCount: 0, delivery: { percent: 50 } });
    expect(after["tickets"]?.[0]?.["reports"]?.[0]).toMatchObject({
      state: "APPROVED",
      text: "水管已铺",
      milestone: "开工",
    });
    const url = String(after["tickets"]?.[0]?.["reports"]?.[0]?.["photos"]?.[0]?.["url"]);
    const photo = await world.server.http.inject({ method: "GET", url });
    expect(photo.statusCode).toBe(200);
    expect(photo.headers["content-type"]).toBe("image/webp");
  });

  it("is possible at any time while there is work, as often as there is something to tell", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { owner } = made.supplier;
    expect(await owner.refusal(POST_PROGRESS, note(made))).toBe("INVALID_STATE");
    await start(world, made);
    for (let i = 0; i < 3; i += 1) await owner.do(POST_PROGRESS, note(made));
    await deliver(world, made);
    expect(await owner.refusal(POST_PROGRESS, note(made))).toBe("INVALID_STATE");
  });

  it("counts the photos a milestone needs and takes only the poster's own", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { owner } = made.supplier;
    const begun = note(made, { milestoneCode: "BEGUN" });
    expect(await owner.refusal(POST_PROGRESS, begun)).toBe("PHOTOS_MISSING");
    const colleague = await aMember(world, made.supplier.supplierId, "WORKER");
    const foreign = await aPhoto(colleague.actor);
    expect(await owner.refusal(POST_PROGRESS, { ...begun, photoFileIds: [foreign] })).toBe("NOT_FOUND");
    const other = await aPhoto(made.customer, "REVIEW");
    expect(await owner.refusal(POST_PROGRESS, { ...begun, photoFileIds: [other] })).toBe("NOT_FOUND");
    const photo = await aPhoto(owner);
    expect(await owner.refusal(POST_PROGRESS, { ...begun, photoFileIds: [photo, photo] })).toBe("VALIDATION");
    const { report } = await owner.do(POST_PROGRESS, { ...begun, photoFileIds: [photo] });
    expect(report?.["photos"]).toHaveLength(1);
  });

  it("takes a milestone once until it is rejected, then anew", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { owner } = made.supplier;
    const reportId = await post(made, "BEGUN");
    const again = note(made, { milestoneCode: "BEGUN", photoFileIds: [await aPhoto(owner)] });
    expect(await owner.refusal(POST_PROGRESS, again)).toBe("INVALID_STATE");
    expect(await owner.refusal(POST_PROGRESS, { ...again, milestoneCode: "NONE" })).toBe("VALIDATION");
    await staff.do(REJECT_PROGRESS, { reportId, version: 1, reason: "照片看不清" });
    expect((await owner.ask(WORK))["mySupplierWork"]).toEqual({ rejectedReports: 1 });
    await owner.do(POST_PROGRESS, again);
    expect((await owner.ask(WORK))["mySupplierWork"]).toEqual({ rejectedReports: 0 });
  });

  it("answers a repeat with the same report and stores it once", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { owner } = made.supplier;
    const input = note(made);
    const first = await owner.do(POST_PROGRESS, input);
    const [second, third] = await Promise.all([owner.do(POST_PROGRESS, input), owner.do(POST_PROGRESS, input)]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await reportsOf(world.server.platform.database.read, [made.ticketId])).toHaveLength(1);
    expect(await owner.refusal(POST_PROGRESS, { ...input, text: "别的" })).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("refuses a note without words, too many words, and the work of others", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { owner } = made.supplier;
    expect(await owner.refusal(POST_PROGRESS, note(made, { text: " " }))).toBe("VALIDATION");
    expect(await owner.refusal(POST_PROGRESS, note(made, { text: "字".repeat(1_001) }))).toBe("VALIDATION");
    expect(await (await aSupplier(world)).owner.refusal(POST_PROGRESS, note(made))).toBe("NOT_FOUND");
    const books = await aMember(world, made.supplier.supplierId, "FINANCE");
    expect(await books.actor.error(POST_PROGRESS, { input: note(made) })).toBe("FORBIDDEN");
    expect(await made.customer.error(POST_PROGRESS, { input: note(made) })).toBe("FORBIDDEN");
  });
});

describe("reviewing progress", () => {
  it("works the queue off oldest first, page by page", async () => {
    const own = await openWorld();
    const reviewer = await aStaff(own, ["progress.review"]);
    const made = await aTicket(own, { state: "IN_PROGRESS" });
    for (const text of ["一", "二", "三"]) {
      await made.supplier.owner.do(POST_PROGRESS, note(made, { text }));
      own.clock.advance(1_000);
    }
    const { reportsToReview } = await reviewer.ask(QUEUE, { first: 2 });
    const texts = (nodes: unknown) => (nodes as { text: string }[]).map(({ text }) => text);
    expect(texts(reportsToReview?.["nodes"])).toEqual(["一", "二"]);
    expect(reportsToReview?.["nodes"]?.[0]).toMatchObject({
      ticket: { id: made.ticketId },
      supplier: { id: made.supplier.supplierId },
      availableActions: ["APPROVE", "REJECT"],
    });
    const next = await reviewer.ask(QUEUE, { first: 2, after: reportsToReview?.["pageInfo"]?.["endCursor"] });
    expect(texts(next["reportsToReview"]?.["nodes"])).toEqual(["三"]);
    await own.close();
  });

  it("decides once: whoever comes later is told who was faster", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN");
    expect(await staff.refusal(REJECT_PROGRESS, { reportId, version: 1, reason: " " })).toBe("REASON_REQUIRED");
    await approveReport(made, reportId);
    expect(await staff.refusal(APPROVE_PROGRESS, { reportId, version: 1 })).toBe("STALE_VERSION");
    expect(await staff.refusal(REJECT_PROGRESS, { reportId, version: 2, reason: "晚了" })).toBe("INVALID_STATE");
    expect(await staff.refusal(APPROVE_PROGRESS, { reportId: newId(), version: 1 })).toBe("NOT_FOUND");
    const { staffReport } = await staff.ask("query($id: ID!) { staffReport(id: $id) { state availableActions } }", {
      id: reportId,
    });
    expect(staffReport).toEqual({ state: "APPROVED", availableActions: [] });
  });

  it("tells the supplier why, and never the customer", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN", "偷懒照片");
    await staff.do(REJECT_PROGRESS, { reportId, version: 1, reason: "照片与现场不符" });
    expect((await seenBySupplier(made))["reports"]).toEqual([
      { state: "REJECTED", reason: "照片与现场不符", milestoneCode: "BEGUN", text: "偷懒照片" },
    ]);
    const story = JSON.stringify(await order(made));
    expect(story).not.toContain("照片与现场不符");
    expect(story).not.toContain("偷懒照片");
    expect(story).not.toContain("PROGRESS_REJECTED");
  });

  it("is staff's with the permission: a supplier cannot approve their own progress", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const reportId = await post(made, "BEGUN");
    const dispatcher = await aStaff(world, ["tickets.read", "tickets.dispatch"]);
    for (const actor of [made.supplier.owner, made.customer, dispatcher]) {
      expect(await actor.error(APPROVE_PROGRESS, { input: { reportId, version: 1 } })).toBe("FORBIDDEN");
      expect(await actor.error(REJECT_PROGRESS, { input: { reportId, version: 1, reason: "x" } })).toBe("FORBIDDEN");
      expect(await actor.error(QUEUE)).toBe("FORBIDDEN");
    }
  });
});

describe("delivering", () => {
  it("needs every milestone reported, and its approval every one approved", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { owner } = made.supplier;
    const now = async () => ({ ticketId: made.ticketId, version: (await ticketNow(world, made)).version });
    await approveReport(made, await post(made, "BEGUN"));
    expect(await owner.refusal(DELIVER_WORK, await now())).toBe("MILESTONES_MISSING");
    const last = await post(made, "DONE");
    await owner.do(DELIVER_WORK, await now());
    expect(await staff.refusal(APPROVE_WORK, await now())).toBe("MILESTONES_MISSING");
    await approveReport(made, last);
    const { ticket } = await staff.do(APPROVE_WORK, await now());
    expect(ticket).toMatchObject({ state: "PLATFORM_APPROVED", availableActions: [] });
  });

  it("is refused to others, from a stale page and before the start", async () => {
    const made = await aTicket(world, { state: "ASSIGNED", staff });
    const { version } = await ticketNow(world, made);
    const input = { ticketId: made.ticketId, version };
    const { owner } = made.supplier;
    expect(await owner.refusal(DELIVER_WORK, input)).toBe("INVALID_STATE");
    expect(await owner.refusal(DELIVER_WORK, { ...input, version: 99 })).toBe("STALE_VERSION");
    expect(await (await aSupplier(world)).owner.refusal(DELIVER_WORK, input)).toBe("NOT_FOUND");
  });

  it("can be sent back by staff with a reason; the supplier goes on and delivers again", async () => {
    const made = await aTicket(world, { state: "DELIVERED", staff });
    const { owner } = made.supplier;
    const now = async () => ({ ticketId: made.ticketId, version: (await ticketNow(world, made)).version });
    expect(await staff.refusal(RETURN_WORK, { ...(await now()), reason: "" })).toBe("REASON_REQUIRED");
    await staff.do(RETURN_WORK, { ...(await now()), reason: "踢脚线未装" });
    expect(await seenBySupplier(made)).toMatchObject({
      state: "REWORK",
      reworkCount: 1,
      reworkReason: "踢脚线未装",
      availableActions: ["START", "POST_PROGRESS"],
    });
    expect(JSON.stringify(await order(made))).not.toContain("踢脚线未装");
    await owner.do(POST_PROGRESS, note(made, { text: "已补装" }));
    expect(await seenBySupplier(made)).toMatchObject({ state: "IN_PROGRESS", percent: 100 });
    await owner.do(DELIVER_WORK, await now());
    expect(await staff.refusal(APPROVE_WORK, await now())).toBe("MILESTONES_MISSING");
    const reports = await reportsOf(world.server.platform.database.read, [made.ticketId]);
    await approveReport(made, reports.find(({ state }) => state === "SUBMITTED")?.id ?? "");
    await staff.do(APPROVE_WORK, await now());
  });

  it("is judged by staff with the permission, in its state and as last seen", async () => {
    const made = await aTicket(world, { state: "IN_PROGRESS", staff });
    const { version } = await ticketNow(world, made);
    const input = { ticketId: made.ticketId, version };
    expect(await staff.refusal(APPROVE_WORK, input)).toBe("INVALID_STATE");
    expect(await staff.refusal(RETURN_WORK, { ...input, reason: "x" })).toBe("INVALID_STATE");
    expect(await staff.refusal(APPROVE_WORK, { ...input, version: 99 })).toBe("STALE_VERSION");
    expect(await staff.refusal(APPROVE_WORK, { ...input, ticketId: newId() })).toBe("NOT_FOUND");
    for (const actor of [made.supplier.owner, made.customer, await aStaff(world, ["tickets.dispatch"])]) {
      expect(await actor.error(APPROVE_WORK, { input })).toBe("FORBIDDEN");
      expect(await actor.error(RETURN_WORK, { input: { ...input, reason: "x" } })).toBe("FORBIDDEN");
    }
  });
});
