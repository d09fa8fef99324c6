import { formatter } from "@lingui/format-po";

/**
 * Where the words of one app are found and kept. Chinese is the source text; English is complete or the build fails.
 * The catalog of an app includes the words of web-kit, so an app loads one file per language.
 */
export const linguiConfig = {
  sourceLocale: "zh-CN",
  locales: ["zh-CN", "en"],
  catalogs: [
    {
      path: "<rootDir>/src/locales/{locale}",
      include: ["<rootDir>/src", "<rootDir>/../web-kit/src"],
      exclude: ["**/*.spec.*", "**/gql/**", "**/testing/**"],
    },
  ],
  format: formatter({ origins: false }),
  orderBy: "message" as const,
};
