import type { Migration } from "../migrator.js";

/** Who had a hand in a draft. Drafts of before have nobody noted: whoever writes them on is. */
export const writers: Migration = {
  name: "0021-writers",
  statements: {
    sqlite: [
      'CREATE TABLE "draft_writers" ("draftId" varchar(22) NOT NULL, "accountId" varchar(22) NOT NULL, PRIMARY KEY ("draftId", "accountId"))',
    ],
    mysql: [
      "CREATE TABLE `draft_writers` (`draftId` varchar(22) NOT NULL, `accountId` varchar(22) NOT NULL, PRIMARY KEY (`draftId`, `accountId`)) ENGINE=InnoDB",
    ],
  },
};
