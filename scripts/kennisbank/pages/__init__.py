"""The library becomes pages: an address, a title and HTML that no engine has to touch again."""
