// One thing that a person says of the record: sent, told of in words, and what it may have changed is asked anew.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal, send } from './api.ts';
import { askAnew } from './ask-anew.ts';
import { useTongue, type Phrase } from './tongue.tsx';

type Sent = { readonly path: string; readonly body: unknown; readonly said: Phrase };

export type Deed = {
  /** `said` are the words once it is recorded. */
  readonly send: (sent: Sent) => void;
  readonly isBusy: boolean;
  /** What became of the last one, in words. */
  readonly words: string;
  readonly failed: boolean;
};

export function useDeed(): Deed {
  const client = useQueryClient();
  const { say } = useTongue();
  const [told, setTold] = useState({ words: '', failed: false });
  const sending = useMutation({
    mutationFn: ({ path, body }: Sent) => send<unknown>(path, body),
    onSuccess: (_answer, { said }) => setTold({ words: say(said), failed: false }),
    onError: (error) =>
      setTold({ words: say('said.failed', { message: error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message }), failed: true }),
    onSettled: () => askAnew(client),
  });
  return { send: (sent) => sending.mutate(sent), isBusy: sending.isPending, ...told };
}
