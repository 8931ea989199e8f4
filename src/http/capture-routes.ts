// The API of captures: a page of the web, got because a person asks for it. Addresses of this machine and its network are never got this way.
import { z } from 'zod';
import { captureForDesk, waysToCapture } from '../desk/captures-under-way.ts';
import type { Route } from './route.ts';

const capturing = z.object({ url: z.string().max(4_000), proxy: z.string().max(400).optional(), picture: z.boolean().default(true) });

export const CAPTURE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/capture',
    about: 'How sites would be asked (through which proxy, with or without pictures), and the captures under way',
    answer: async (casebook) => waysToCapture(casebook),
  },
  {
    method: 'POST',
    path: '/api/capture',
    about: 'Capture a page of the web, and wait for it: the site sees this machine’s address, or the proxy’s. Going away stops it, and nothing is recorded',
    body: capturing,
    answer: (casebook, { body, gone }) => {
      const { url, proxy, picture } = capturing.parse(body);
      return captureForDesk(casebook, { url, proxy, picture }, gone);
    },
  },
];
