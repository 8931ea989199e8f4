import '@fontsource-variable/inter';
import '@fontsource-variable/noto-naskh-arabic';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/vazirmatn';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/desk.css';
import { Desk } from './desk.tsx';
import { showPreferences } from './data/preferences.ts';
import { newClient } from './data/questions.ts';

const place = document.getElementById('desk');
if (!place) throw new Error('index.html has no element with the id "desk"');
showPreferences();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={newClient()}>
      <Desk />
    </QueryClientProvider>
  </StrictMode>,
);
