import { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeClient } from "../apollo/make-client";
import { speakSchemaWords } from "../forms/schema-words";
import { type CatalogLoader, startLanguage } from "../i18n/language";
import { makeTheme, tokenResolver } from "../theme/theme";
import { OfflineBar } from "../ui/OfflineBar";
import { Toasts } from "../ui/Toasts";
import type { AppName } from "./app-name";

type AppParts = {
  name: AppName;
  makeRouter: (client: ApolloClient) => AnyRouter;
  loadCatalog: CatalogLoader;
  /** Hashes of the operations that everybody is answered alike, by name. */
  anonymousDocuments?: Readonly<Record<string, string>>;
};

/** Puts one app on the page: words first, then the client, the router and everything both need around them. */
export async function startApp({ name, makeRouter, loadCatalog, anonymousDocuments }: AppParts): Promise<void> {
  await startLanguage(loadCatalog);
  speakSchemaWords();
  const note = new URLSearchParams(location.search).get("wechat");
  // The binding page tells it in its own place.
  if (note && !location.pathname.endsWith("/me/wechat")) {
    void import("../wechat/tell-return").then(({ tellReturn }) => tellReturn(note));
  }
  const client = makeClient(name, anonymousDocuments);
  const router = makeRouter(client);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html lacks #root");
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={makeTheme(name)} cssVariablesResolver={tokenResolver} defaultColorScheme="auto">
          <ApolloProvider client={client}>
            <OfflineBar />
            <RouterProvider router={router} />
            <Toasts />
          </ApolloProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
