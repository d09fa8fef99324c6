import type { Migration } from "../migrator.js";

const columns = ["waiverAsked bigint NULL", "waiverReason varchar(300) NULL", "waiverBy varchar(22) NULL"];

/** What somebody proposes to do without of an instalment, until another person decides it. */
export const waivers: Migration = {
  name: "0029-waivers",
  statements: {
    sqlite: columns.map((column) => `ALTER TABLE "instalments" ADD COLUMN ${column}`),
    mysql: columns.map((column) => `ALTER TABLE \`instalments\` ADD COLUMN ${column}`),
  },
};
