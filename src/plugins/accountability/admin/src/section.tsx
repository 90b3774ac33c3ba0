import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { Refusal } from './workflow/contract';
import { useWords } from './workflow/use-words';

interface Props {
  readonly title: string;
  readonly hint?: string;
  /** Beside the title. */
  readonly action?: ReactNode;
  readonly problem?: Refusal | null;
  readonly children?: ReactNode;
}

/** A section of the page: title, description, error, content. */
export function Section({ title, hint, action, problem, children }: Props) {
  const { messageText } = useWords();
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      shadow="filterShadow"
      hasRadius
      padding={6}
      marginBottom={6}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} paddingBottom={4}>
        <Box>
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          {hint ? (
            <Typography variant="pi" tag="p" textColor="neutral600">
              {hint}
            </Typography>
          ) : null}
        </Box>
        {action}
      </Flex>
      {problem ? (
        <Typography textColor="danger600" tag="p" role="alert">
          {messageText(problem)}
        </Typography>
      ) : null}
      {children}
    </Box>
  );
}
