"""When readers may write under a page: rules, page and moment in, state out; knows no Django."""
