import { Collapse, Title, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRouterState } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import "./section.css";

interface Part {
  readonly title: string;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a page under its heading. Where `folds` is given it is shut at first on a narrow screen, and open on paper. */
export function Section({ folds = false, ...part }: Part & { readonly folds?: boolean }) {
  const head = useId();
  const { title, id, children } = part;
  return (
    <section id={id} aria-labelledby={head} className="part">
      {folds ? (
        <Folding {...part} head={head} />
      ) : (
        <>
          <Head id={head}>{title}</Head>
          {children}
        </>
      )}
    </section>
  );
}

/** On a wide screen nothing is to be seen of the folding. Whom an address leads to the part finds it open. */
function Folding({ title, id, head, children }: Part & { readonly head: string }) {
  const body = useId();
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const { href, hash } = useRouterState({ select: ({ location }) => location });
  const [said, setSaid] = useState<{ readonly open: boolean; readonly at: string }>();
  const led = id !== undefined && hash === id;
  const open = !narrow || (said !== undefined && !(led && said.at !== href) ? said.open : led);
  return (
    <>
      <Head id={head}>
        {narrow ? (
          <UnstyledButton
            className="fold"
            aria-expanded={open}
            aria-controls={body}
            onClick={() => setSaid({ open: !open, at: href })}
          >
            {title}
            <ChevronDown size={18} aria-hidden="true" />
          </UnstyledButton>
        ) : (
          title
        )}
      </Head>
      <Collapse expanded={open} id={body} className="folded" keepMountedMode="display-none">
        {children}
      </Collapse>
    </>
  );
}

const Head = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <Title order={2} size="h3" id={id} mb="xs">
    {children}
  </Title>
);
