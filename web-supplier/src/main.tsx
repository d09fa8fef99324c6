import "@kaidan/web-kit/theme/mantine-full.css";
import "@kaidan/web-kit/theme/tokens.css";
import "@kaidan/web-kit/theme/global.css";
import { startApp } from "@kaidan/web-kit/app/startApp";
import { makeRouter } from "./app/router";

void startApp({
  name: "supplier",
  makeRouter,
  loadCatalog: (language) => import(`./locales/${language}.po`),
});
