"""Who fits whom, and why: explained arithmetic on what both sides state. `site/assets/match/match.js` is its twin."""
