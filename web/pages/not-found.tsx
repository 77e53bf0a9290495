import { Link } from '@tanstack/react-router';

export function NotFoundPage() {
  return (
    <div className="notice">
      <title>Not found · Dragoman</title>
      <h1>Not found</h1>
      <p>
        There is no page under this address. The <Link to="/articles">articles</Link> are a good place to go on.
      </p>
    </div>
  );
}
