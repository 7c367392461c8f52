using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Benchmarks;

/// <summary>Kestrel that writes constant bytes: nothing that is built on Kestrel can be faster. run.sh measures it.</summary>
internal static class EmptyKestrel
{
    /// <summary>Prints the address and runs until standard input ends.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        var body = UploadResponse.Body.ToArray();
        application.Run(async http =>
        {
            http.Response.ContentType = UploadResponse.ContentType;
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        });
        await application.StartAsync();
        Console.WriteLine(application.Urls.Single());
        while (Console.ReadLine() is not null)
        {
        }
    }
}
