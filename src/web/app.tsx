import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { IntlProvider } from "use-intl";
import { asking } from "./api/asking.ts";
import { router } from "./router.tsx";
import { theme, variables } from "./theme/theme.ts";
import { words } from "./words/words.ts";

/** Everything around the pages: colours, texts, what was asked of the server, addresses. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <IntlProvider locale="en" messages={words} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={asking}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
