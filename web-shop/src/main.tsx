import "@kaidan/web-kit/theme/mantine-shop.css";
import "@kaidan/web-kit/theme/tokens.css";
import "@kaidan/web-kit/theme/global.css";
import { startApp } from "@kaidan/web-kit/app/startApp";
import { makeRouter } from "./app/router";
import { anonymousDocuments } from "./gql/anonymous-documents";

void startApp({
  name: "shop",
  makeRouter,
  anonymousDocuments,
  loadCatalog: (language) => import(`./locales/${language}.po`),
});
