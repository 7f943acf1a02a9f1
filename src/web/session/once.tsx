import { Group, Loader, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { asking } from "../api/asking.ts";
import { send } from "../api/call.ts";

/** Comes in by a link that works once; the secret leaves the address before it is used. */
export function Once({ token, onRefused }: { readonly token: string; readonly onRefused: (words: string) => void }) {
  const t = useTranslations("session");
  const router = useRouter();
  const begun = useRef(false);
  const { mutate } = useMutation({
    mutationFn: () => send("POST", "/api/session/once", { token }),
    onSuccess: async () => {
      asking.clear();
      await router.navigate({ to: "/", replace: true });
    },
    onError: (error) => onRefused(error.message),
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    window.history.replaceState(window.history.state, "", "/sign-in");
    mutate();
  }, [mutate]);
  return (
    <Group role="status">
      <Loader size="sm" />
      <Text>{t("once")}</Text>
    </Group>
  );
}
