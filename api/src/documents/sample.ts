import { fen } from "../kernel/money.js";
import type { FormData } from "./form-data.js";

/** Made-up facts, for staff to see what a wording will look like. */
export const sampleData: FormData = {
  orderNo: "SO20261122-7K3M9Q",
  orderTitle: "焕新套餐",
  customerName: "示例客户",
  supplierName: "示例服务商",
  amount: fen(1_260_000),
  facts: [
    { label: "订单编号", value: "SO20261122-7K3M9Q" },
    { label: "客户", value: "示例客户" },
  ],
  tables: [
    {
      heading: "服务明细",
      columns: [
        { title: "服务项目", width: 3 },
        { title: "金额", width: 1, right: true },
      ],
      rows: [["水电改造", "¥12,600.00"]],
      foot: ["合计", "¥12,600.00"],
    },
  ],
  signers: [{ role: "客户", name: "示例客户" }],
};
