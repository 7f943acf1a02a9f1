import { Center, Container, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

/** The frame of pages before one is in. */
export function Doorstep({ children }: { readonly children: ReactNode }) {
  return (
    <Container size={440} py="xl">
      <Stack gap="lg" pt="10vh">
        <Center component="header">
          <Group gap={8}>
            <Mark />
            <Text fw={700} size="lg">
              Kept
            </Text>
          </Group>
        </Center>
        {children}
      </Stack>
    </Container>
  );
}
