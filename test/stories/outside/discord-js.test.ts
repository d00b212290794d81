import { describe } from 'vitest';
import { discordJs } from './discord-js.ts';
import { tellStory } from './story.ts';

describe('a bot written with discord.js', () => tellStory(discordJs));
