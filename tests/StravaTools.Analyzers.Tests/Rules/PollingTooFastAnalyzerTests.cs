using StravaTools.Client.Analyzers.Rules;
using static StravaTools.Analyzers.Tests.Rules.UsageSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class PollingTooFastAnalyzerTests
{
    [Fact]
    public async Task Loops_without_a_pause_or_with_a_short_one_are_reported()
    {
        var reported = await Of<PollingTooFastAnalyzer>("""
            public async Task NoPause(UploadStatus status)
            {
                while (status.ActivityId is null)
                {
                    status = await [|client.GetUploadStatusAsync(status.Id)|];
                    Console.WriteLine(status.Status);
                }
            }

            public async Task Short(long id)
            {
                UploadStatus status;
                do
                {
                    await Task.Delay(200);
                    status = await [|client.GetUploadStatusAsync(id)|].ConfigureAwait(false);
                    await Task.Delay(TimeSpan.FromMilliseconds(300));
                }
                while (status.Error is null && status.ActivityId is null);
            }

            public async Task Counted(CancellationToken token)
            {
                var uploaded = await client.GetUploadStatusAsync(7);
                for (var i = 0; i < 100; i++)
                {
                    uploaded = await [|client.GetUploadStatusAsync(uploaded.Id, token)|];
                    Thread.Sleep(50);
                    await Task.Delay(TimeSpan.FromSeconds(0.5), token);
                    await Console.Out.WriteLineAsync("still there");
                }
            }

            private long _id;
            public async Task Field() { while ((await [|client.GetUploadStatusAsync(_id)|]).ActivityId is null) { } }
            """).AssertAsync();

        Assert.Contains("without a pause", reported[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("every 500 ms", reported[1].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pauses_that_can_be_long_enough_are_accepted() => Assert.Empty(await Of<PollingTooFastAnalyzer>("""
        public async Task Waits(long id, TimeSpan pause, TimeProvider clock, Func<Task> wait, PeriodicTimer timer)
        {
            const int Second = 1000;
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await Task.Delay(Second); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await Task.Delay(TimeSpan.FromSeconds(1)); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await Task.Delay(500); await Task.Delay(500); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await Task.Delay(pause); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await Task.Delay(pause, clock); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await wait(); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { await MineAsync(); }
            while ((await client.GetUploadStatusAsync(id)).ActivityId is null) { Thread.Sleep(UploadWait.MinInterval); }
            while (await timer.WaitForNextTickAsync()) { await client.GetUploadStatusAsync(id); }
        }

        private Task MineAsync() => Task.Delay(5000);
        """).AssertAsync());

    [Fact]
    public async Task One_request_for_each_of_many_uploads_is_accepted() => Assert.Empty(await Of<PollingTooFastAnalyzer>("""
        public async Task Many(long[] ids, IEnumerable<UploadResult> results, Queue<long> queue, IEnumerator<long> more)
        {
            foreach (var id in ids) { await client.GetUploadStatusAsync(id); }
            foreach (var result in results) { await client.GetUploadStatusAsync(result.Id!.Value); }
            for (var i = 0; i < ids.Length; i++) { await client.GetUploadStatusAsync(ids[i]); }
            for (long i = 0; i < 5; i++) { await client.GetUploadStatusAsync(i); }
            while (queue.TryDequeue(out var id)) { await client.GetUploadStatusAsync(id); }
            while (queue.Count > 0) { await client.GetUploadStatusAsync(queue.Dequeue()); }
            while (more.MoveNext()) { await client.GetUploadStatusAsync(more.Current); }
            long next = 0;
            while (next < 5) { next++; await client.GetUploadStatusAsync(next); }
            UploadStatus last = await client.GetUploadStatusAsync(1);
            while (last.Id > 0) { last = Before(last); await client.GetUploadStatusAsync(last.Id); }
        }

        private static UploadStatus Before(UploadStatus status) => status;
        public Task<UploadStatus> Once(long id) => client.GetUploadStatusAsync(id);
        """).AssertAsync());

    [Fact]
    public async Task Other_method_of_the_same_name_is_accepted() => Assert.Empty(await Of<PollingTooFastAnalyzer>("""
        private Task<UploadStatus> GetUploadStatusAsync(long id) => client.GetUploadStatusAsync(id);
        public async Task M(long id) { while ((await GetUploadStatusAsync(id)).ActivityId is null) { } }
        """).AssertAsync());
}
