using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class LimitedRetryAnalyzerTests
{
    [Fact]
    public async Task A_loop_that_continues_without_a_pause_is_reported() => Assert.Equal(4, (await Of<LimitedRetryAnalyzer>("""
        public async Task<UploadStatus> A(UploadRequest request)
        {
            while (true)
            {
                try { return await client.UploadAsync(request); }
                [|catch|] (StravaException e) when (e.Error == StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
            }
        }

        public async Task<UploadStatus?> B(UploadRequest request)
        {
            for (var attempt = 0; attempt < 5; attempt++)
            {
                try { return await client.UploadAsync(request); }
                [|catch|] (StravaException e) when (e.Code is "RateLimited" && attempt < 4) { continue; }
            }

            return null;
        }

        public async Task C(UploadRequest request)
        {
            bool done;
            do
            {
                done = true;
                try { await client.UploadAsync(request); }
                [|catch|] (StravaException e) when (e.StatusCode is HttpStatusCode.TooManyRequests) { Console.WriteLine(e.Message); }
            }
            while (!done);
        }

        public async Task D(UploadRequest request, int attempts)
        {
            while (true)
            {
                try { await client.UploadAsync(request); break; }
                [|catch|] (StravaException e) when (e.Code == StravaErrors.RateLimited.Id)
                {
                    if (--attempts == 0) { throw; }
                }
            }
        }
        """).AssertAsync()).Count);

    [Fact]
    public async Task Loops_that_wait_or_end_are_accepted() => Assert.Empty(await Of<LimitedRetryAnalyzer>("""
        public async Task A(UploadRequest request, Func<Task> pause, TimeSpan left)
        {
            while (true)
            {
                try { await client.UploadAsync(request); break; }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { await Task.Delay(TimeSpan.FromMinutes(15)); }
            }

            while (true)
            {
                try { await client.UploadAsync(request); break; }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
                await Task.Delay(left);
            }

            while (true)
            {
                try { await client.UploadAsync(request); break; }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { await pause(); }
            }

            while (true)
            {
                try { await client.UploadAsync(request); }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { break; }
            }

            while (true)
            {
                try { await client.UploadAsync(request); }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
                break;
            }

            while (true)
            {
                try { await client.UploadAsync(request); }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { throw new InvalidOperationException("later", e); }
            }
        }

        public async Task B(IEnumerable<UploadRequest> requests)
        {
            foreach (var request in requests)
            {
                try { await client.UploadAsync(request); }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
            }
        }

        public async Task C(Queue<UploadRequest> requests)
        {
            var limited = false;
            while (!limited && requests.TryDequeue(out var request))
            {
                try { await client.UploadAsync(request); }
                catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { limited = true; }
            }
        }

        public async Task D(UploadRequest request)
        {
            while (true)
            {
                try { await client.UploadAsync(request); break; }
                catch (StravaException e) when (e.Error != StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
            }
        }

        public async Task E(UploadRequest request)
        {
            try { await client.UploadAsync(request); }
            catch (StravaException e) when (e.Error == StravaErrors.RateLimited) { Console.WriteLine(e.Message); }
        }

        public async Task F(UploadRequest request, Exception last)
        {
            while (true)
            {
                try { await client.UploadAsync(request); break; }
                catch (StravaException e) when (e.Error == ApiErrors.ServerFailed) { last = e; }
            }
        }
        """).AssertAsync());
}
