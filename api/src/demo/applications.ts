import { DAY } from "../kernel/clock.js";
import { dayOf, startOfDay } from "../kernel/day.js";
import { fen } from "../kernel/money.js";
import type { Platform } from "../platform/platform.js";

import { proposeService } from "../suppliers/propose-service.flow.js";
import { returnSupplierApplication } from "../suppliers/return-supplier-application.flow.js";
import { saveSupplierApplication } from "../suppliers/save-supplier-application.flow.js";
import { noTerms } from "../suppliers/service-terms.js";
import { submitSupplierApplication } from "../suppliers/submit-supplier-application.flow.js";
import { usccCheckCharacter } from "../suppliers/uscc.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const applicants = [
  { name: "望岳保洁服务部", contact: "向晚", item: "DEEPCLEAN", cost: 430, sale: 680, returned: null },
  {
    name: "湘味婚宴花艺",
    contact: "苏瑾",
    item: "FLOWERS",
    cost: 10_500,
    sale: 17_500,
    returned: "请补充负责人身份证正反面。",
  },
] as const;

/** Two organisations that want to become suppliers, and a supplier who wants another price. */
export async function* applications(
  platform: Platform,
  trade: Trade,
  itemIds: ReadonlyMap<string, string>,
  when: When,
): Story {
  yield when(2, 11);
  for (const [index, applicant] of applicants.entries()) {
    await apply(platform, trade, itemIds.get(applicant.item) ?? "", applicant, index);
  }
  yield when(1, 9);
  await proposeService(platform, trade.owner("liangjie"), {
    proposal: {
      ...noTerms,
      itemId: itemIds.get("DEEPCLEAN") ?? "",
      level: 5,
      costPrice: fen(480),
      salePrice: fen(750),
      perDay: 12,
      notes: "耗材涨价，申请调价。",
      effectiveFrom: startOfDay(dayOf(platform.clock.now() + 12 * DAY)),
    },
    idempotencyKey: trade.key(),
  });
}

async function apply(
  platform: Platform,
  trade: Trade,
  itemId: string,
  applicant: (typeof applicants)[number],
  index: number,
): Promise<void> {
  const stranger = { kind: "anonymous", ip: "127.0.0.1" } as const;
  const first17 = `92430100MA4R${String(20_000 + index * 41)}`;
  const fileId = await trade.photo(stranger, "APPLICATION", "licence", index);
  const { token, applicationId } = await saveSupplierApplication(platform, stranger, {
    token: null,
    version: null,
    content: {
      organisation: applicant.name,
      uscc: first17 + usccCheckCharacter(first17),
      contactName: applicant.contact,
      contactPhone: `1397310${String(1_000 + index)}`,
      contactEmail: `apply${index + 1}@demo.kaidan`,
      introduction: "本地团队，三年以上经验，希望接平台订单。",
      regions: ["430100"],
      services: [
        { itemId, level: 4, costPrice: fen(applicant.cost), salePrice: fen(applicant.sale), perDay: 6, notes: null },
      ],
      documents: [{ kind: "BUSINESS_LICENCE", fileId, expiresOn: "2030-12-31" }],
    },
    idempotencyKey: trade.key(),
    ip: "127.0.0.1",
    origin: "http://127.0.0.1",
  });
  await submitSupplierApplication(platform, stranger, { token: token ?? "", version: 1 });
  if (!applicant.returned) return;
  await returnSupplierApplication(platform, trade.staff("catalog"), {
    applicationId,
    version: 2,
    reason: applicant.returned,
  });
}
