import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { FreshCache } from "../apollo/fresh-cache";
import { typePolicies } from "../apollo/type-policies";
import { Toasts } from "../ui/Toasts";

/** What the API would answer, by operation name; a function sees the variables. An Error stands for a lost connection. */
export type Answers = Record<string, Answer | ((variables: Record<string, unknown>) => Answer)>;
type Answer = Record<string, unknown> | Error;

/** A client whose API is the given answers; an operation without one fails the test with its name. */
export function clientAnswering(answers: Answers): ApolloClient {
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const name = operation.operationName ?? "";
        const given = answers[name];
        const answer = typeof given === "function" ? given(operation.variables) : given;
        if (answer === undefined) return observer.error(new Error(`No answer for ${name}`));
        if (answer instanceof Error) return observer.error(answer);
        observer.next({ data: answer });
        observer.complete();
      }),
  );
  return new ApolloClient({ cache: new FreshCache({ typePolicies }), link });
}

/** Renders a page or component as in an app: words, theme, client, and a router at `at` in which every link works. */
export async function renderInApp(
  ui: ReactNode,
  { answers = {}, at = "/" }: { answers?: Answers; at?: string } = {},
): Promise<RenderResult> {
  const routeTree = createRootRoute({ component: () => ui, notFoundComponent: () => ui });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [at] }) });
  await router.load();
  const result = render(
    <I18nProvider i18n={i18n}>
      <MantineProvider env="test">
        <ApolloProvider client={clientAnswering(answers)}>
          <RouterProvider router={router} />
          <Toasts />
        </ApolloProvider>
      </MantineProvider>
    </I18nProvider>,
  );
  await act(() => router.load());
  return result;
}
