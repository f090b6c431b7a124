// What a mark for bundlers comes to where nothing is bundled.
