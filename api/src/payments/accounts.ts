/** The chart of accounts as far as it is used; the side is the one that makes an account grow. */
export const accounts = {
  "1002": { name: "银行存款", nameEn: "Bank", normalSide: "DEBIT" },
  "1012.TEST": { name: "测试通道在途", nameEn: "Test channel in transit", normalSide: "DEBIT" },
  "1122": { name: "应收客户款", nameEn: "Customer receivable", normalSide: "DEBIT" },
  "2202": { name: "应付服务商款", nameEn: "Supplier payable", normalSide: "CREDIT" },
  "2203": { name: "预收客户款", nameEn: "Customer advances", normalSide: "CREDIT" },
  "2221": { name: "应交增值税（销项）", nameEn: "VAT output", normalSide: "CREDIT" },
  "2241.C": { name: "客户余款（待退或抵用）", nameEn: "Customer credit", normalSide: "CREDIT" },
  "6001": { name: "服务收入", nameEn: "Service revenue", normalSide: "CREDIT" },
  "6401": { name: "服务成本", nameEn: "Cost of services", normalSide: "DEBIT" },
} as const satisfies Record<string, { name: string; nameEn: string; normalSide: "DEBIT" | "CREDIT" }>;

export type AccountCode = keyof typeof accounts;
