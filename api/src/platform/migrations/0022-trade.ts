import type { Migration } from "../migrator.js";

/** Code, name, English name and the side that makes it grow; `payments/accounts.ts` holds the same for the program. */
const chart = [
  ["1001", "库存现金", "Cash", "DEBIT"],
  ["1221.S", "应收服务商款", "Supplier receivable", "DEBIT"],
  ["1901", "待查收款", "Unidentified receipts", "CREDIT"],
  ["2202.R", "应付服务商质保金", "Retention payable", "CREDIT"],
  ["2241.A", "代收款（可付服务商）", "Collected for suppliers, releasable", "CREDIT"],
  ["2241.D", "服务商保证金", "Supplier security deposits", "CREDIT"],
  ["2241.G", "代收官费", "Government fees held", "CREDIT"],
  ["2241.H", "代收款（待释放）", "Collected for suppliers, held", "CREDIT"],
  ["2241.R", "应退客户款", "Refunds granted, not yet paid", "CREDIT"],
  ["6051", "佣金收入", "Commission revenue", "CREDIT"],
  ["6052", "没收定金收入", "Forfeited deposits", "CREDIT"],
  ["6602", "促销费用", "Promotion", "DEBIT"],
  ["6603", "通道手续费", "Channel fees", "DEBIT"],
  ["6711", "客户赔付支出", "Compensation to customers", "DEBIT"],
  ["6712", "服务商坏账", "Bad debt on supplier claims", "DEBIT"],
  ["9001", "线下收款备查（借）", "Offline collections, memo debit", "DEBIT"],
  ["9002", "线下收款备查（贷）", "Offline collections, memo credit", "CREDIT"],
].map((account) => `(${account.map((text) => `'${text}'`).join(", ")})`);
const chartRows = `INTO ledger_accounts (code, name, nameEn, normalSide) VALUES ${chart.join(", ")}`;

/** Each column with the table it is added to: name, type and what older rows hold, the same in both dialects. */
const columns: readonly (readonly [table: string, column: string])[] = [
  ["postings", "refundId varchar(22) NULL"],
  ["postings", "statementId varchar(22) NULL"],
  ["orders", "revision integer NOT NULL DEFAULT 1"],
  ["order_components", "state varchar(32) NOT NULL DEFAULT 'ACTIVE'"],
  ["order_components", "collectionMode varchar(32) NOT NULL DEFAULT 'OWN_SALE'"],
  ["order_components", "commissionRate integer NOT NULL DEFAULT 0"],
  ["order_components", "commissionRefundable boolean NOT NULL DEFAULT 1"],
  ["order_components", "officialFee bigint NOT NULL DEFAULT 0"],
  ["instalments", "dueOn bigint NULL"],
  ["instalments", "graceDays integer NOT NULL DEFAULT 0"],
  ["instalments", "overdueAction varchar(32) NOT NULL DEFAULT 'NOTHING'"],
  ["instalments", "collector varchar(32) NOT NULL DEFAULT 'PLATFORM'"],
  ["instalments", "milestone varchar(40) NULL"],
  ["instalments", "componentPosition integer NULL"],
  ["instalments", "waived bigint NOT NULL DEFAULT 0"],
  ["instalments", "overdueAt bigint NULL"],
];

/** The whole chart of accounts, and what orders, their parts and their instalments tell of how money is collected. */
export const trade: Migration = {
  name: "0022-trade",
  statements: {
    sqlite: [
      `INSERT OR IGNORE ${chartRows}`,
      ...columns.map(([table, column]) => `ALTER TABLE "${table}" ADD COLUMN ${column}`),
    ],
    mysql: [
      `INSERT IGNORE ${chartRows}`,
      ...columns.map(([table, column]) => `ALTER TABLE \`${table}\` ADD COLUMN ${column}`),
    ],
  },
};
