using BenchmarkDotNet.Running;
using Benchmarks;

switch (args)
{
    case ["quick", ..]:
        Quick.Run(args[1..]);
        break;
    case ["huge", ..]:
        await HugeFile.RunAsync(args[1..]);
        break;
    case ["folder"]:
        await Folder.RunAsync();
        break;
    case ["startup", ..]:
        await Startup.RunAsync(args[1..]);
        break;
    case ["kestrel"]:
        await EmptyKestrel.RunAsync();
        break;
    case ["wiremock-net", var stubs]:
        PlainWireMock.Run(int.Parse(stubs, System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FitBenchmarks).Assembly).Run(args);
        break;
}
